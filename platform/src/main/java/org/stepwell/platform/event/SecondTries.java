package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.stepwell.platform.problem.PassingTrouble;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Watch;

/**
 * Tries again, now and then, what was parked because what it needs had not come in time: it may have come since, and nobody
 * needs to be called at night for it. What could not be read is tried once after a start. What failed by itself is left to ops.
 */
@Singleton
class SecondTries {

    private static final Logger LOG = Logger.getLogger(SecondTries.class);
    private static final int KEYS_MAX = 100;

    private final Parked parked;
    private final Consumers consumers;
    private final Duration pause;
    private UUID last = ParkedKey.BEFORE_ALL;
    private Why why = Why.UNREADABLE; // once, first of all: a new release may read what the one before could not
    private final Watch watch = new Watch("second-tries", this::look);

    SecondTries(Parked parked, Consumers consumers, @ConfigProperty(name = "stepwell.events.again") Duration pause) {
        this.parked = parked;
        this.consumers = consumers;
        this.pause = pause;
    }

    void start(@Observes StartupEvent startup) {
        watch.every(pause);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        watch.close();
    }

    /** Goes round, so that everybody's turn comes however many are held. */
    private void look() {
        var held = QuarkusTransaction.requiringNew().call(() -> parked.held(last, null, why, KEYS_MAX)).stream()
                .map(Parked.Summary::key)
                .toList();
        held.forEach(this::tryAgain);
        last = held.size() < KEYS_MAX ? ParkedKey.BEFORE_ALL : held.getLast().id();
        if (last.equals(ParkedKey.BEFORE_ALL)) {
            why = Why.WAITS;
        }
    }

    private void tryAgain(ParkedKey held) {
        var order = new ReplayOrder(held.topic(), held.key(), null, null, "service");
        try {
            consumers
                    .replay(held.listener())
                    .map(replay -> replay.of(order))
                    .ifPresent(done -> LOG.infof(
                            "%s applied %d records that had waited for too long", held.listener(), done.applied()));
        } catch (PassingTrouble | Refusal e) {
            LOG.debugf("a key of %s is still held: %s", held.listener(), e.getMessage());
        }
    }
}
