package org.stepwell.scheduling.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Weekly hours from a day to another, both included.
 *
 * @param lastDay missing where they go on
 */
@Embeddable
public record DatedSlot(
        @Embedded Slot slot, LocalDate firstDay, @Nullable LocalDate lastDay) {

    /** Whether they hold on any day of some, both included; without a last day those go on. */
    public boolean reachesInto(LocalDate from, @Nullable LocalDate through) {
        return (lastDay == null || !lastDay.isBefore(from)) && (through == null || !firstDay.isAfter(through));
    }

    /** True where nobody could be in both, on some day. */
    public boolean overlaps(DatedSlot other) {
        return slot.overlaps(other.slot) && reachesInto(other.firstDay, other.lastDay);
    }

    /** Whether they hold until something else is said. */
    public boolean goesOn() {
        return lastDay == null;
    }

    /** The same, no longer than a day. */
    public DatedSlot until(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day) ? this : new DatedSlot(slot, firstDay, day);
    }
}
