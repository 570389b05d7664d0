package org.stepwell.platform.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Looks for what is due, several times a second: in one lane for what is done in this house, in another for what talks to
 * somebody outside of it, in a third for what somebody in danger needs.
 */
@Singleton
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final long IDLE_NANOS = 100_000_000L;
    private static final long TROUBLE_NANOS = 1_000_000_000L;

    /** For all lanes together, so that a stop has an end that can be counted on. */
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final DueRows rows;
    private final Map<Lane, Sweep> sweeps = new EnumMap<>(Lane.class);
    private volatile boolean open = true;

    Sweeper(DueRows rows) {
        this.rows = rows;
        for (var lane : Lane.values()) {
            sweeps.put(lane, new Sweep(lane));
        }
    }

    void start(@Observes StartupEvent startup) {
        sweeps.values().forEach(sweep -> sweep.thread.start());
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        open = false;
        sweeps.values().forEach(sweep -> LockSupport.unpark(sweep.thread));
        long until = System.nanoTime() + STOP_MAX.toNanos();
        for (var sweep : sweeps.values()) {
            sweep.thread.join(Duration.ofNanos(until - System.nanoTime()));
            sweep.hands.close();
        }
    }

    /** True while each lane gets somewhere within this time. */
    boolean works(Duration silentMax) {
        return sweeps.values().stream().allMatch(sweep -> sweep.pulse.isFelt(sweep.thread, silentMax));
    }

    /** Does what is due until nothing is, inside of the house first; answers how many rows that were. */
    int sweepUntilQuiet() {
        int all = 0;
        for (int done = sweepAll(); done > 0; done = sweepAll()) {
            all += done;
        }
        return all;
    }

    private int sweepAll() {
        return sweeps.values().stream().mapToInt(Sweep::untilQuiet).sum();
    }

    /** One lane, one instant after the other. */
    private final class Sweep {

        private final Lane lane;
        private final Pulse pulse = new Pulse();
        private final Hands hands;
        private final ReentrantLock oneAtATime = new ReentrantLock();
        private final Thread thread;

        Sweep(Lane lane) {
            this.lane = lane;
            this.hands = new Hands(lane, pulse);
            this.thread = Thread.ofPlatform().name(lane.word()).daemon().unstarted(this::run);
        }

        int untilQuiet() {
            oneAtATime.lock();
            try {
                int all = 0;
                for (int done = rows.sweep(lane, hands); done > 0 && open; done = rows.sweep(lane, hands)) {
                    all += done;
                }
                return all;
            } finally {
                oneAtATime.unlock();
            }
        }

        private void run() {
            while (open) {
                try {
                    untilQuiet();
                    pulse.beat();
                    LockSupport.parkNanos(this, IDLE_NANOS);
                } catch (RuntimeException e) {
                    LOG.warnf("%s waits: %s", thread.getName(), e.toString());
                    pulse.beat();
                    LockSupport.parkNanos(this, TROUBLE_NANOS);
                }
            }
        }
    }
}
