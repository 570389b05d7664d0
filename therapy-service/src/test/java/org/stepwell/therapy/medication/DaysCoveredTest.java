package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.medication.DoseOutcome.GIVEN;
import static org.stepwell.therapy.medication.DoseOutcome.MISSED;
import static org.stepwell.therapy.medication.DoseOutcome.REFUSED;
import static org.stepwell.therapy.medication.DoseOutcome.SUPPLIED;
import static org.stepwell.therapy.medication.DoseOutcome.TAKEN_AS_REPORTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.therapy.medication.DaysCovered.Course;
import org.stepwell.therapy.medication.DaysCovered.Dose;
import org.stepwell.therapy.medication.DaysCovered.Span;

/** Vectors of our own, counted by hand. Day 1 is the first of June. */
class DaysCoveredTest {

    private static final int TABLETS = 0;
    private static final int FOUR_WEEKS = 28;

    @Test
    void aSupplyCoversAsManyDaysAsItHas() {
        var covered = of(1, 30, tablets(from(1), supplied(1, 14), supplied(20, 7)));

        assertThat(covered).isEqualTo(new DaysCovered(30, 21, 0, 70));
    }

    @Test
    void whatIsFetchedEarlyIsAddedToWhatIsLeft() {
        assertThat(of(1, 30, tablets(from(1), supplied(1, 14), supplied(11, 14)))
                        .covered())
                .isEqualTo(28);
        assertThat(of(1, 30, tablets(from(1), supplied(1, 30), supplied(2, 30))).covered())
                .isEqualTo(30);
    }

    @Test
    void aDayOnHoldIsInNeitherNumberAndUsesUpNothing() {
        var held = new Course(
                List.of(span(1, 6), span(11, null)), List.of(span(6, 11)), TABLETS, List.of(supplied(1, 10)));

        // Days 1 to 5 and 11 to 15 are covered by the ten.
        assertThat(of(1, 20, held)).isEqualTo(new DaysCovered(15, 10, 5, 67));
    }

    @Test
    void aDayThatWasMissedIsNotCoveredAndItsDoseIsLeft() {
        var missed = tablets(from(1), supplied(1, 5), dose(2, MISSED), dose(4, REFUSED));

        // 1, 3, 5, 6, 7.
        assertThat(of(1, 10, missed)).isEqualTo(new DaysCovered(10, 5, 0, 50));
    }

    @Test
    void whatWasGivenHereOrIsReportedCoversItsDay() {
        var given = tablets(from(1), dose(1, GIVEN), dose(2, TAKEN_AS_REPORTED), dose(4, TAKEN_AS_REPORTED));

        assertThat(of(1, 4, given)).isEqualTo(new DaysCovered(4, 3, 0, 75));
    }

    @Test
    void whatIsGivenHereIsNotOfTheSupply() {
        assertThat(of(1, 10, tablets(from(1), supplied(1, 5), dose(1, GIVEN))).covered())
                .isEqualTo(6);
        assertThat(of(1, 10, tablets(from(1), supplied(1, 5), dose(1, TAKEN_AS_REPORTED)))
                        .covered())
                .isEqualTo(5);
    }

    @Test
    void anInjectionCoversItsIntervalAndIsNotAddedToTheOneBefore() {
        var onTime = injections(from(1), dose(1, GIVEN), dose(29, GIVEN));
        var early = injections(from(1), dose(1, GIVEN), dose(22, GIVEN));
        var late = injections(from(1), dose(1, GIVEN), dose(36, GIVEN));

        assertThat(of(1, 56, onTime)).isEqualTo(new DaysCovered(56, 56, 0, 100));
        assertThat(of(1, 56, early)).isEqualTo(new DaysCovered(56, 49, 0, 88));
        assertThat(of(1, 56, late)).isEqualTo(new DaysCovered(56, 49, 0, 88));
    }

    @Test
    void anInjectionThatWasRefusedCoversNothing() {
        assertThat(of(1, 28, injections(from(1), dose(1, REFUSED))).percent()).isEqualTo(0);
    }

    @Test
    void whatWasSuppliedOrInjectedBeforeThePeriodLastsIntoIt() {
        assertThat(of(10, 19, tablets(from(1), supplied(1, 14)))).isEqualTo(new DaysCovered(10, 5, 0, 50));
        assertThat(of(10, 39, injections(from(1), dose(1, GIVEN)))).isEqualTo(new DaysCovered(30, 19, 0, 63));
    }

    @Test
    void aPeriodThatBeginsBeforeTheOrderCountsItsDaysAlone() {
        assertThat(of(1, 30, tablets(from(21), supplied(21, 10)))).isEqualTo(new DaysCovered(10, 10, 0, 100));
    }

    @Test
    void daysAfterTheOrderWasStoppedDoNotCount() {
        var stopped = new Course(List.of(span(1, 11)), List.of(), TABLETS, List.of(supplied(1, 30)));

        assertThat(of(1, 30, stopped)).isEqualTo(new DaysCovered(10, 10, 0, 100));
    }

    @Test
    void oneOfTwoOrdersForTheSameDisorderIsEnough() {
        var films = new Course(List.of(span(1, 15)), List.of(), TABLETS, List.of(supplied(1, 10)));
        var injected = injections(from(13), dose(13, GIVEN));

        // 11 and 12 are covered by nothing; 13 and 14 once.
        assertThat(of(1, 30, films, injected)).isEqualTo(new DaysCovered(30, 28, 0, 93));
    }

    @Test
    void aDayOnWhichOneIsOnHoldAndAnotherIsTakenCounts() {
        var held = new Course(List.of(span(1, 5)), List.of(span(5, null)), TABLETS, List.of());
        var other = tablets(from(1), supplied(1, 10));

        assertThat(of(1, 10, held, other)).isEqualTo(new DaysCovered(10, 10, 0, 100));
    }

    @Test
    void whereNothingWasToBeTakenThereIsNoShare() {
        assertThat(of(1, 30)).isEqualTo(new DaysCovered(0, 0, 0, null));
        assertThat(of(1, 30, tablets(from(31)))).isEqualTo(new DaysCovered(0, 0, 0, null));
    }

    @Test
    void twoDosesOfADayUseUpOneDayOfTheSupply() {
        var twice = IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(day -> List.of(dose(day, TAKEN_AS_REPORTED), dose(day, TAKEN_AS_REPORTED)).stream())
                .toList();
        var doses = new ArrayList<>(twice);
        doses.add(supplied(1, 7));

        assertThat(of(1, 10, new Course(List.of(from(1)), List.of(), TABLETS, doses))
                        .covered())
                .isEqualTo(7);
    }

    private static DaysCovered of(int from, int through, Course... courses) {
        return DaysCovered.of(List.of(courses), day(from), day(through));
    }

    private static Course tablets(Span active, Dose... doses) {
        return new Course(List.of(active), List.of(), TABLETS, List.of(doses));
    }

    private static Course injections(Span active, Dose... doses) {
        return new Course(List.of(active), List.of(), FOUR_WEEKS, List.of(doses));
    }

    private static Span from(int day) {
        return new Span(day(day), null);
    }

    private static Span span(int from, @Nullable Integer until) {
        return new Span(day(from), until == null ? null : day(until));
    }

    private static Dose supplied(int day, int days) {
        return new Dose(day(day), SUPPLIED, days);
    }

    private static Dose dose(int day, DoseOutcome outcome) {
        return new Dose(day(day), outcome, 0);
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 5, 31).plusDays(number);
    }
}
