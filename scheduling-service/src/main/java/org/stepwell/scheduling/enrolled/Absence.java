package org.stepwell.scheduling.enrolled;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody who is in is away.
 *
 * @param from the first day away
 * @param backOn the first day back, or null until it is known
 */
public record Absence(LocalDate from, @Nullable LocalDate backOn) {

    private static final String OPEN_END = "..";

    /** Reads what ISO 8601 calls an interval, here without its last day; {@code 2026-03-02/..} goes on. */
    static Absence parse(String interval) {
        int slash = interval.indexOf('/');
        var end = interval.substring(slash + 1);
        return new Absence(
                LocalDate.parse(interval.substring(0, slash)), end.equals(OPEN_END) ? null : LocalDate.parse(end));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (backOn == null || day.isBefore(backOn));
    }

    /** True where some of the days from one to another, both included, are in it. */
    boolean touches(LocalDate first, LocalDate last) {
        return !calledOff() && !last.isBefore(from) && (backOn == null || first.isBefore(backOn));
    }

    /** True where the first day away is the first day back: there was no day away. */
    boolean calledOff() {
        return backOn != null && !from.isBefore(backOn);
    }
}
