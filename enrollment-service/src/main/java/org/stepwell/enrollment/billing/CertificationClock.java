package org.stepwell.enrollment.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of a certification, which stands for as long as the program's rules say. One of 2026-01-05 that stands for
 * sixty days does so through 2026-03-06; alerts are on its days 45, 53 and 60, and from the day after billing waits, while
 * care goes on.
 *
 * @param through the last day on which it stands
 */
record CertificationClock(LocalDate through) {

    private static final List<Integer> ALERTS_DAYS_BEFORE = List.of(15, 7, 0);

    /** The days on which somebody is told that it runs out. */
    List<LocalDate> alerts() {
        return ALERTS_DAYS_BEFORE.stream().map(through::minusDays).toList();
    }

    /** From this day on billing waits. */
    LocalDate heldFrom() {
        return through.plusDays(1);
    }

    /** When the clock has something to say next, after a day; nothing once billing waits. */
    Optional<LocalDate> nextAfter(LocalDate day) {
        return Stream.concat(alerts().stream(), Stream.of(heldFrom()))
                .filter(next -> next.isAfter(day))
                .findFirst();
    }
}
