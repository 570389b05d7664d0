package org.stepwell.platform.time;

import java.time.Duration;

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

    private volatile long beatNanos = System.nanoTime();

    /** The loop got somewhere. */
    public void beat() {
        beatNanos = System.nanoTime();
    }

    /** How long ago that was. */
    public double ageSeconds() {
        return ageNanos() / 1e9;
    }

    /** Whether a loop works, on its thread and within this time. */
    public boolean isFelt(Thread loop, Duration silentMax) {
        return loop.isAlive() && ageNanos() < silentMax.toNanos();
    }

    private long ageNanos() {
        return System.nanoTime() - beatNanos;
    }
}
