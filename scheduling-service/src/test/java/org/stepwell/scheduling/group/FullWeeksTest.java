package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwell.scheduling.Riverside;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.group.FullWeeks.Offer;

/** Nine hours on three days at least, as the rule set of the tests asks for. */
class FullWeeksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void oneGroupWithAFullWeekHasAsManyPlacesAsAreFree() {
        assertThat(free(aWeek(7))).isEqualTo(7);
    }

    @Test
    void aWeekOfThreeGroupsIsAsFreeAsTheFullestOfThem() {
        assertThat(free(from(18, 3, 7, MONDAY), from(18, 3, 2, WEDNESDAY), from(18, 3, 5, FRIDAY)))
                .isEqualTo(2);
    }

    @Test
    void groupsBesideEachOtherAddUp() {
        assertThat(free(aWeek(3), aWeek(5))).isEqualTo(8);
    }

    @Test
    void aTrackThatCanNotGiveAFullWeekHasNoPlace() {
        assertThat(free(from(18, 3, 9, MONDAY), from(18, 3, 9, WEDNESDAY))).isZero();
        assertThat(free(aWeek(0))).isZero();
        assertThat(free()).isZero();
    }

    @Test
    void enoughMinutesOnTooFewDaysAreNoFullWeek() {
        assertThat(free(from(9, 5, 9, TUESDAY), from(9, 5, 9, THURSDAY))).isZero();
    }

    @Test
    void nobodyIsInTwoGroupsAtTheSameHours() {
        var evenings = from(18, 3, 9, MONDAY, WEDNESDAY);
        var beside = from(19, 2, 9, MONDAY);
        var friday = from(18, 3, 4, FRIDAY);

        assertThat(free(evenings, beside)).isZero();
        assertThat(free(evenings, beside, friday)).isEqualTo(4);
    }

    @Test
    void placesAreFreeOnceAllGroupsOfTheFirstWeekHaveBegun() {
        var later = TODAY.plusDays(20);

        assertThat(FullWeeks.among(List.of(beginning(later)), Riverside.NINE_HOURS, TODAY)
                        .from())
                .isEqualTo(later);
        assertThat(FullWeeks.among(List.of(beginning(TODAY.minusDays(9))), Riverside.NINE_HOURS, TODAY)
                        .from())
                .isEqualTo(TODAY);
    }

    private static Offer aWeek(int free) {
        return from(18, 3, free, MONDAY, WEDNESDAY, FRIDAY);
    }

    private static Offer beginning(LocalDate day) {
        return new Offer(aWeek(1).slots(), true, 1, day);
    }

    private static Offer from(int hour, int hours, int free, DayOfWeek... days) {
        var opens = LocalTime.of(hour, 0);
        return new Offer(
                Stream.of(days)
                        .map(day -> new Slot(day, opens, opens.plusHours(hours)))
                        .toList(),
                true,
                free,
                TODAY);
    }

    private static int free(Offer... offers) {
        return FullWeeks.among(List.of(offers), Riverside.NINE_HOURS, TODAY).free();
    }
}
