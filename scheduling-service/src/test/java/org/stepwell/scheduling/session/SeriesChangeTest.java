package org.stepwell.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.scheduling.session.SeriesChange.Standing;
import org.stepwell.scheduling.session.SessionPlan.Occurrence;

class SeriesChangeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Test
    void whatIsAtItsHourAlreadyStays() {
        var early = ahead(MONDAY, "18:00", "19:30");
        var late = ahead(MONDAY, "19:30", "21:00");

        var change = SeriesChange.of(
                List.of(early, late), List.of(hour(MONDAY, "17:00", "18:00"), hour(MONDAY, "18:00", "19:30")));

        assertThat(change.going())
                .containsEntry(early.session(), hour(MONDAY, "18:00", "19:30"))
                .containsEntry(late.session(), hour(MONDAY, "17:00", "18:00"));
        assertThat(change.cancelled()).isEmpty();
        assertThat(change.made()).isEmpty();
    }

    @Test
    void aSessionMovesWithinItsDayAndNotToAnother() {
        var monday = ahead(MONDAY, "18:00", "21:00");

        var later = SeriesChange.of(List.of(monday), List.of(hour(MONDAY, "19:00", "22:00")));
        var tuesday = SeriesChange.of(List.of(monday), List.of(hour(TUESDAY, "18:00", "21:00")));

        assertThat(later.going()).containsEntry(monday.session(), hour(MONDAY, "19:00", "22:00"));
        assertThat(tuesday.going()).isEmpty();
        assertThat(tuesday.cancelled()).containsExactly(monday.session());
        assertThat(tuesday.made()).containsExactly(hour(TUESDAY, "18:00", "21:00"));
    }

    @Test
    void whatWasMovedForOnceStaysAndStandsForTheDayItCameFrom() {
        var moved = new Standing(id(), MONDAY, at(TUESDAY, "18:00"), at(TUESDAY, "21:00"), true);
        var tuesday = ahead(TUESDAY, "18:00", "21:00");

        var change = SeriesChange.of(
                List.of(moved, tuesday),
                List.of(
                        hour(MONDAY, "18:00", "21:00"),
                        hour(TUESDAY, "18:00", "21:00"),
                        hour(MONDAY.plusDays(7), "18:00", "21:00")));

        assertThat(change.going()).containsOnlyKeys(tuesday.session());
        assertThat(change.cancelled()).isEmpty();
        assertThat(change.made()).containsExactly(hour(MONDAY.plusDays(7), "18:00", "21:00"));
    }

    @Test
    void whatWasHeldOrCancelledStandsForAnHourOfItsDaySoThatNoOtherIsMade() {
        var held = new Standing(id(), MONDAY, at(MONDAY, "09:00"), at(MONDAY, "12:00"), true);

        var change = SeriesChange.of(List.of(held), List.of(hour(MONDAY, "17:00", "20:00")));

        assertThat(change.made()).isEmpty();
        assertThat(change.going()).isEmpty();
    }

    @Test
    void whatIsMissingIsMade() {
        var change = SeriesChange.of(List.of(), List.of(hour(MONDAY, "18:00", "21:00")));

        assertThat(change.made()).containsExactly(hour(MONDAY, "18:00", "21:00"));
    }

    private static Standing ahead(LocalDate day, String from, String to) {
        return new Standing(id(), day, at(day, from), at(day, to), false);
    }

    private static Occurrence hour(LocalDate day, String from, String to) {
        return new Occurrence(day, at(day, from), at(day, to));
    }

    private static Instant at(LocalDate day, String hour) {
        return day.atTime(LocalTime.parse(hour)).toInstant(ZoneOffset.UTC);
    }

    private static SessionId id() {
        return new SessionId(UUID.randomUUID());
    }
}
