package org.stepwell.platform.time;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at something every few seconds on a thread of its own, also after a look that failed. */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final String name;
    private final Runnable look;
    private final ScheduledExecutorService thread;

    /** Called what its thread is called. */
    public Watch(String name, Runnable look) {
        this.name = name;
        this.look = look;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Looks for the first time soon. */
    public void every(Duration pause) {
        var _ = thread.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s looks again later: %s", name, e.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
