package org.stepwell.platform.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Looks for what is due, several times a second, on a thread of its own. */
@Singleton
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final long IDLE_NANOS = 100_000_000L;
    private static final long TROUBLE_NANOS = 1_000_000_000L;

    private final DueRows rows;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Thread thread = Thread.ofPlatform().name("sweeper").daemon().unstarted(this::run);
    private volatile boolean open = true;

    Sweeper(DueRows rows) {
        this.rows = rows;
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        open = false;
        LockSupport.unpark(thread);
        thread.join(5_000);
    }

    /** True while the thread lives. */
    boolean alive() {
        return thread.isAlive();
    }

    /** Does what is due until nothing is; answers how many rows that were. */
    int sweepUntilQuiet() {
        oneAtATime.lock();
        try {
            int all = 0;
            for (int done = rows.sweep(); done > 0; done = rows.sweep()) {
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
                sweepUntilQuiet();
                LockSupport.parkNanos(this, IDLE_NANOS);
            } catch (RuntimeException e) {
                LOG.warnf("the sweeper waits: %s", e.toString());
                LockSupport.parkNanos(this, TROUBLE_NANOS);
            }
        }
    }
}
