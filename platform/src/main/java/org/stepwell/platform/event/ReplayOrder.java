package org.stepwell.platform.event;

import org.jspecify.annotations.Nullable;

/**
 * What ops order for a key: to apply its parked records, and perhaps to go on without one of them.
 *
 * @param from the number to go on with, where numbers before it have not come
 * @param passing the number of a record that has come and is left out for good; {@link #NO_NUMBER} for those without one
 * @param by who orders it
 */
record ReplayOrder(
        String topic,
        String key,
        @Nullable Long from,
        @Nullable Long passing,
        String by) {

    /** Numbers begin with 1. */
    static final long NO_NUMBER = 0;

    boolean goesOnWith(long number) {
        return from != null && from == number;
    }

    boolean passes(Incoming<?> record) {
        return passing != null && passing == numberOf(record);
    }

    /** By which ops name a parked record. */
    static long numberOf(Incoming<?> record) {
        @Nullable Long number = record.sequence();
        return number == null ? NO_NUMBER : number;
    }
}
