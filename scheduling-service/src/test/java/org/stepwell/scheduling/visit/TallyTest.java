package org.stepwell.scheduling.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** What a plan asks for, week by week, and which visits are counted for it. */
class TallyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 5, 10);
    private static final EpisodeId STAY = new EpisodeId(UUID.randomUUID());
    private static final StaffId DORA = new StaffId(UUID.randomUUID());
    private static final StaffId CARL = new StaffId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # first day, last day,   weeks, turns of May and June
            2026-05-04,  2026-05-24, 1,     2026-05-04 2026-05-11 2026-05-18
            2026-05-06,  2026-05-26, 1,     2026-05-04 2026-05-11 2026-05-18
            2026-05-10,  2026-05-16, 1,     2026-05-04
            2026-05-04,  2026-06-28, 4,     2026-05-04 2026-06-01
            2026-04-27,  2026-07-19, 4,     2026-04-27 2026-05-25 2026-06-22
            2026-05-04,  2026-05-10, 4,     2026-05-04
            2026-03-02,  2026-05-03, 1,     2026-04-27
            2026-03-02,  2026-04-30, 1,
            """)
    void aNeedOfSomeWeeksHasAsManyTurns(LocalDate from, LocalDate through, int weeks, @Nullable String turns) {
        var need = new Need(STAY, AskedBy.THERAPY, 0, Modality.INDIVIDUAL_THERAPY, 60, 1, weeks, null, from, through);

        assertThat(need.turns(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 30), TallyTest::weekStart)
                        .map(turn -> turn.from().toString()))
                .containsExactly(turns == null ? new String[0] : turns.split(" "));
    }

    @Test
    void eachVisitIsCountedOnceAndWhatIsLeftIsBesides() {
        var twice = weekly(0, Modality.INDIVIDUAL_THERAPY, 2, DORA);
        var first = visit(Modality.INDIVIDUAL_THERAPY, MONDAY, 60, DORA);
        var second = visit(Modality.INDIVIDUAL_THERAPY, MONDAY.plusDays(1), 60, DORA);
        var third = visit(Modality.INDIVIDUAL_THERAPY, MONDAY.plusDays(2), 60, DORA);
        var other = visit(Modality.CAREER_ASSISTANCE, MONDAY.plusDays(3), 60, DORA);

        assertThat(tally(List.of(twice), first).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.missing()).isEqualTo(1));
        var tally = tally(List.of(twice), first, second, third, other);
        assertThat(tally.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.missing()).isZero());
        assertThat(tally.besides()).containsExactly(third, other);
    }

    @Test
    void whoeverIsNamedIsCountedFirstAndThenWhoeverStandsIn() {
        var doras = weekly(0, Modality.INDIVIDUAL_THERAPY, 1, DORA);
        var carls = weekly(1, Modality.INDIVIDUAL_THERAPY, 1, CARL);
        var withCarl = visit(Modality.INDIVIDUAL_THERAPY, MONDAY, 60, CARL);
        var withSomebody = visit(Modality.INDIVIDUAL_THERAPY, MONDAY.plusDays(1), 60, new StaffId(UUID.randomUUID()));

        var tally = tally(List.of(doras, carls), withCarl, withSomebody);

        assertThat(tally.lines())
                .extracting(Tally.Line::visits)
                .containsExactly(List.of(withSomebody), List.of(withCarl));
    }

    @Test
    void aShorterOneOrOneThatWasMissedIsNoneOfThem() {
        var need = weekly(0, Modality.INDIVIDUAL_THERAPY, 1, null);
        var shorter = visit(Modality.INDIVIDUAL_THERAPY, MONDAY, 30, DORA);
        var missed = new Visit(
                new SessionId(UUID.randomUUID()),
                STAY,
                Modality.INDIVIDUAL_THERAPY,
                MONDAY,
                60,
                List.of(DORA),
                false,
                true,
                AskedBy.THERAPY);

        var tally = tally(List.of(need), shorter, missed);

        assertThat(tally.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.missing()).isEqualTo(1));
        assertThat(tally.besides()).containsExactly(shorter);
    }

    @Test
    void whatIsWantedEachWeekLeavesTheOthersToWhatIsWantedOnceAMonth() {
        var monthly = new Need(
                STAY, AskedBy.THERAPY, 0, Modality.INDIVIDUAL_THERAPY, 60, 1, 4, null, MONDAY, MONDAY.plusDays(27));
        var weekly = weekly(1, Modality.INDIVIDUAL_THERAPY, 1, null);
        var one = visit(Modality.INDIVIDUAL_THERAPY, MONDAY, 60, DORA);
        var later = visit(Modality.INDIVIDUAL_THERAPY, MONDAY.plusDays(8), 60, DORA);

        var tally = tally(List.of(monthly, weekly), one, later);

        assertThat(tally.lines()).extracting(Tally.Line::visits).containsExactly(List.of(later), List.of(one));
    }

    @Test
    void aVisitIsForWhoeverAskedForItTheStayOrWhatFollows() {
        var after = new Need(
                STAY, AskedBy.AFTERCARE, 0, Modality.INDIVIDUAL_THERAPY, 45, 1, 1, null, MONDAY.plusDays(4), null);
        var ofTheStay = visit(Modality.INDIVIDUAL_THERAPY, MONDAY, 60, DORA);

        var tally = tally(List.of(after), ofTheStay);

        assertThat(tally.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.missing()).isEqualTo(1));
        assertThat(tally.besides()).containsExactly(ofTheStay);
    }

    private static Tally tally(List<Need> needs, Visit... visits) {
        return Tally.of(
                needs.stream()
                        .flatMap(need -> need.turns(MONDAY, SUNDAY, TallyTest::weekStart))
                        .toList(),
                Stream.of(visits).toList());
    }

    private static Need weekly(int place, Modality modality, int times, @Nullable StaffId clinician) {
        return new Need(STAY, AskedBy.THERAPY, place, modality, 60, times, 1, clinician, MONDAY, SUNDAY);
    }

    private static Visit visit(Modality modality, LocalDate day, int minutes, StaffId clinician) {
        return new Visit(
                new SessionId(UUID.randomUUID()),
                STAY,
                modality,
                day,
                minutes,
                List.of(clinician),
                true,
                false,
                AskedBy.THERAPY);
    }

    private static LocalDate weekStart(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
