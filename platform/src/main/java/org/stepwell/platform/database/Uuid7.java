package org.stepwell.platform.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that sort by the time they were drawn (RFC 9562, version 7), so that indexes grow at one end. */
public final class Uuid7 {

    private static final int FRACTION_BITS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /** A new id, greater than every id this process drew before. */
    public static UUID next() {
        long now = System.currentTimeMillis() << FRACTION_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(now, last + 1));
        long high = (tick >>> FRACTION_BITS) << 16 | 0x7000L | (tick & 0xFFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The smallest id that can be drawn at this time. */
    public static UUID firstOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    /** When an id was drawn. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
