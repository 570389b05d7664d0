package org.stepwell.platform.testing;

import java.util.ArrayList;
import java.util.List;

/** The topics of a deployment: facts and state of each service, and the consent register. */
public final class Topics {

    private Topics() {}

    /** All of them; deploy/ makes the same ones. */
    public static List<LocalKafka.TopicSpec> all() {
        var topics = new ArrayList<LocalKafka.TopicSpec>();
        for (var service : List.of("enrollment", "scheduling", "therapy", "aftercare")) {
            topics.add(new LocalKafka.TopicSpec("stepwell." + service, false));
            topics.add(new LocalKafka.TopicSpec("stepwell." + service + ".state", true));
        }
        topics.add(new LocalKafka.TopicSpec("stepwell.consent", true));
        topics.add(new LocalKafka.TopicSpec("stepwell.audit", true));
        return List.copyOf(topics);
    }
}
