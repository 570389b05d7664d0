package org.stepwell.platform.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * When a loop last got anywhere: with what it does, or with finding out that it can not be done. A thread tells nobody that it waits
 * for something that never comes.
 */
public final class Pulse {

    /**
     * Longer than anything that a loop waits for and that ends by itself. That is at most a database lost without a word, whose connection
     * is given up after two minutes; between two beats there may be two of these, and the twenty seconds of a broker. What
     * hangs for longer is freed by a new start alone.
     */
    public static final Duration SILENT_MAX = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final int FRAMES_MAX = 40;

    private volatile long beatNanos = System.nanoTime();
    private volatile boolean missed;

    /** The loop got somewhere. */
    public void beat() {
        beatNanos = System.nanoTime();
        missed = false;
    }

    /** How long ago that was. */
    public double ageSeconds() {
        return ageNanos() / 1e9;
    }

    /** Whether a loop works, on its thread and within this time. Where it does not, the log says once where it stands. */
    public boolean isFelt(Thread loop, Duration silentMax) {
        boolean felt = loop.isAlive() && ageNanos() < silentMax.toNanos();
        if (!felt && !missed) {
            missed = true;
            // Whoever is asked ends the service next, and with it all that could be looked at.
            LOG.errorf("%s has got nowhere for %.0f s and stands at %s", loop.getName(), ageSeconds(), where(loop));
        }
        return felt;
    }

    private static String where(Thread loop) {
        return loop.isAlive()
                ? Arrays.stream(loop.getStackTrace())
                        .limit(FRAMES_MAX)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "))
                : "its end";
    }

    private long ageNanos() {
        return System.nanoTime() - beatNanos;
    }
}
