package org.stepwell.enrollment.consent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.stepwell.contracts.consent.ConsentEvent.ConsentHeartbeat;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.WallClock;

/**
 * Says every two seconds that the register is alive, through the same outbox and topic as the consents: whoever hears a
 * beat has heard every change before it, and whoever hears none discloses nothing.
 */
@Singleton
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final ClinicContext.Work WORK =
            new ClinicContext.Work(ClinicId.DEPLOYMENT, "service:enrollment", null);

    private final Outbox outbox;
    private final WallClock wall;
    private final Duration every;
    private final Thread thread =
            Thread.ofPlatform().name("consent-heartbeat").daemon().unstarted(this::run);
    private volatile boolean open = true;

    Heartbeat(Outbox outbox, WallClock wall, @ConfigProperty(name = "stepwell.consent.beat") Duration every) {
        this.outbox = outbox;
        this.wall = wall;
        this.every = every;
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        open = false;
        LockSupport.unpark(thread);
        thread.join(5_000);
    }

    private void run() {
        while (open) {
            try {
                beat();
            } catch (RuntimeException e) {
                // No beat is the message: the services refuse disclosures until the next one.
                LOG.warnf("the consent register misses a beat: %s", e.toString());
            }
            LockSupport.parkNanos(this, every.toNanos());
        }
    }

    private void beat() {
        ClinicContext.in(
                WORK,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    outbox.append(new ConsentHeartbeat(wall.instant()));
                    return true;
                }));
    }
}
