package org.stepwell.therapy.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.instruments.Instruments;

class ExpectationTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate INTAKE = LocalDate.of(2026, 1, 5);
    private static final Expectation PHQ9 = new Expectations().of("PHQ-9").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        // day, first, last, how it goes
        "27, 16, 16, TOO_EARLY",
        "28, 16, 16, NOT_ON_TRACK",
        "28, 16, 13, NOT_ON_TRACK", // 18 %
        "28, 15, 12, ON_TRACK", // just 20 %
        "28, 16, 9, ON_TRACK", // below the cut-off
        "28, 10, 10, NOT_ON_TRACK",
        "3, 16, 22, NOT_ON_TRACK", // reliably worse, however early
        "3, 16, 21, TOO_EARLY",
        "60, 3, 9, ON_TRACK", // worse, and nothing to treat
        "60, 8, 14, NOT_ON_TRACK", // reliably worse, from below the cut-off
        "60, 8, 12, ON_TRACK"
    })
    void oneMayExpectThatSomebodyWhoIsTreatedGetsBetter(long day, int first, int last, Expectation.State state) {
        assertThat(PHQ9.judge(List.of(total(0, first), total(day, last)), NEW_YORK)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void theVerdictSaysWhy() {
        assertThat(PHQ9.judge(List.of(total(0, 16), total(32, 15)), NEW_YORK).because())
                .isEqualTo(
                        "16 on 2026-01-05, 15 on 2026-02-06: 6 % better; from day 28 on, 20 % is expected, or less than 10.");
    }

    @Test
    void whatHasNoTotalAndWhatLiesBetweenIsLeftOut() {
        var points = new ArrayList<>(List.of(total(0, null), total(1, 20), total(20, 24), total(30, null)));
        assertThat(PHQ9.judge(points, NEW_YORK).state()).isEqualTo(Expectation.State.TOO_EARLY);
        points.add(total(40, 12));
        assertThat(PHQ9.judge(points, NEW_YORK).state()).isEqualTo(Expectation.State.ON_TRACK);
        assertThat(PHQ9.judge(List.of(total(0, 12)), NEW_YORK).state()).isEqualTo(Expectation.State.TOO_EARLY);
        assertThat(PHQ9.judge(List.of(), NEW_YORK).state()).isEqualTo(Expectation.State.TOO_EARLY);
    }

    @Test
    void theNightOnWhichTheClocksGoForwardMakesNoDayShorter() {
        var before = new Point(
                new MeasureId(UUID.randomUUID()),
                "therapy",
                "PHQ-9",
                Instant.parse("2026-02-12T04:59:00Z"),
                16,
                null,
                List.of());
        var after = new Point(
                new MeasureId(UUID.randomUUID()),
                "therapy",
                "PHQ-9",
                Instant.parse("2026-03-11T04:01:00Z"),
                16,
                null,
                List.of());

        // From the evening of the 11th of February to the first minute of the 11th of March: 28 days in New York.
        assertThat(PHQ9.judge(List.of(before, after), NEW_YORK).state()).isEqualTo(Expectation.State.NOT_ON_TRACK);
    }

    @ParameterizedTest
    @CsvSource({"16, 10, BETTER", "16, 11, SAME", "10, 15, SAME", "10, 16, WORSE"})
    void aTotalMovesReliablyBySixPointsOfThePhq9(int first, int last, Expectation.Reliably reliably) {
        assertThat(PHQ9.between(first, last)).isEqualTo(reliably);
    }

    @Test
    void whatIsExpectedIsOfQuestionnairesThatAreShippedAndNamesItsSource() {
        var shipped = Instruments.load();

        assertThat(new Expectations().all()).isNotEmpty().allSatisfy(one -> {
            assertThat(shipped.find(one.instrument())).isPresent();
            assertThat(one.source()).isNotBlank();
            assertThat(one.reliablePoints()).isPositive();
        });
    }

    private static Point total(long day, @Nullable Integer total) {
        var at = INTAKE.plusDays(day).atTime(12, 0).atZone(NEW_YORK).toInstant();
        return new Point(new MeasureId(UUID.randomUUID()), "therapy", "PHQ-9", at, total, null, List.of());
    }
}
