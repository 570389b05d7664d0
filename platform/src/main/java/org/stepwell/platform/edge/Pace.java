package org.stepwell.platform.edge;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * A steady rate and a burst for each of many callers, in memory that never grows: a cell holds when its caller's bucket is full again. Two callers
 * may fall into the same cell and then share one bucket; a random factor keeps anybody from aiming at another's.
 */
final class Pace {

    private static final int CELLS = 1 << 16;

    private final String name;
    private final int burst;
    private final long nanosEach;
    private final LongSupplier nanos;
    private final long start;
    private final int factor = new SecureRandom().nextInt() | 1;
    private final AtomicLongArray fullAgain = new AtomicLongArray(CELLS);

    private Pace(String name, Duration each, int burst, LongSupplier nanos) {
        this.name = name;
        this.burst = burst;
        this.nanosEach = each.toNanos();
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** So many a second. */
    static Pace perSecond(String name, int rate, int burst, LongSupplier nanos) {
        if (rate < 1 || burst < 1) {
            throw new IllegalStateException(
                    "stepwell.limits: the rate of %s must be at least 1 a second, 1 at once (it is %d, %d)"
                            .formatted(name, rate, burst));
        }
        return new Pace(name, Duration.ofSeconds(1).dividedBy(rate), burst, nanos);
    }

    /** One each so long a time, at least a second. */
    static Pace oneEach(String name, Duration time, int burst, LongSupplier nanos) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofDays(1)) > 0 || burst < 1) {
            throw new IllegalStateException(
                    "stepwell.limits: the rate of %s must be one in 1 second to 1 day, 1 at once (it is %s, %d)"
                            .formatted(name, time, burst));
        }
        return new Pace(name, time, burst, nanos);
    }

    String name() {
        return name;
    }

    /** What a caller has left after asking, and how long until there is one more, and until all are there again. */
    record Turn(Pace pace, boolean granted, long left, long nextSeconds, long resetSeconds) {

        /** As the RateLimit field says it (draft-ietf-httpapi-ratelimit-headers). */
        String field() {
            return "\"%s\";r=%d;t=%d".formatted(pace.name, left, granted ? resetSeconds : nextSeconds);
        }

        /** As the RateLimit-Policy field says it. */
        String policy() {
            return "\"%s\";q=%d;w=%d".formatted(pace.name, pace.burst, seconds(pace.burst * pace.nanosEach));
        }
    }

    /** Takes one turn of a caller, unless none is left. */
    Turn take(String caller) {
        int cell = cell(caller);
        while (true) {
            long now = nanos.getAsLong() - start;
            long before = fullAgain.get(cell);
            long after = Math.max(before, now) + nanosEach;
            long over = after - now - burst * nanosEach;
            if (over > 0) {
                return new Turn(this, false, 0, seconds(over), seconds(before - now));
            }
            if (fullAgain.compareAndSet(cell, before, after)) {
                return new Turn(this, true, -over / nanosEach, 0, seconds(after - now));
            }
        }
    }

    /** Takes several more turns for what was already done, down to none left. */
    void charge(String caller, int turns) {
        long now = nanos.getAsLong() - start;
        fullAgain.updateAndGet(
                cell(caller), before -> Math.min(Math.max(before, now) + turns * nanosEach, now + burst * nanosEach));
    }

    private int cell(String caller) {
        int hash = 0;
        for (int i = 0; i < caller.length(); i++) {
            hash = (hash + caller.charAt(i) + 1) * factor;
            hash ^= hash >>> 15;
        }
        return (hash ^ (hash >>> 16)) & (CELLS - 1);
    }

    private static long seconds(long nanos) {
        long second = Duration.ofSeconds(1).toNanos();
        return Math.max(0, (nanos + second - 1) / second);
    }
}
