package org.stepwell.therapy.roster;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a patient is away, the last time that somebody said so.
 *
 * @param from the first day; null where they never were
 * @param back the first day on which they are back, once that is known
 */
public record Away(@Nullable LocalDate from, @Nullable LocalDate back) {

    /** Whether nobody expects them on a day. */
    public boolean on(LocalDate day) {
        return from != null && !day.isBefore(from) && (back == null || day.isBefore(back));
    }

    /** The first day from one on at which they are here; none while nobody knows. */
    public Optional<LocalDate> hereFrom(LocalDate day) {
        return on(day) ? Optional.ofNullable(back) : Optional.of(day);
    }
}
