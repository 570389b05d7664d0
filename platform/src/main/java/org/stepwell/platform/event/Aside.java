package org.stepwell.platform.event;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** What a transaction parked, so that it is said in the log once, and only where the transaction committed. */
final class Aside {

    private static final Logger LOG = Logger.getLogger(Aside.class);

    private final List<One> all = new ArrayList<>();

    private record One(Incoming<?> record, String reason) {}

    void add(Incoming<?> record, String reason) {
        all.add(new One(record, reason));
    }

    /** Says the first word of each reason: the rest may hold what a stranger wrote. */
    void log() {
        for (var one : all) {
            var record = one.record();
            var word = one.reason().substring(0, one.reason().indexOf(':'));
            LOG.warnf("parked %s %s of %s (%s)", record.topic(), record.sequence(), record.key(), word);
        }
    }
}
