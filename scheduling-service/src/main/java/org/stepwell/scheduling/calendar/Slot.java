package org.stepwell.scheduling.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/** The same hours each week, by the clock on the clinic's wall. */
@Embeddable
public record Slot(@Enumerated(EnumType.STRING) DayOfWeek weekday, LocalTime opensAt, LocalTime closesAt) {

    /** How long it is on an ordinary day. */
    public int minutes() {
        return Math.toIntExact(Duration.between(opensAt, closesAt).toMinutes());
    }

    /** True where nobody could be in both. */
    public boolean overlaps(Slot other) {
        return weekday == other.weekday && opensAt.isBefore(other.closesAt) && other.opensAt.isBefore(closesAt);
    }
}
