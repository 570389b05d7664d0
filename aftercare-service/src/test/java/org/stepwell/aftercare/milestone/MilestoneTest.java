package org.stepwell.aftercare.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Uuid7;

class MilestoneTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final SobrietyRun.Said SAID = new SobrietyRun.Said(TODAY, null, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(textBlock = """
            P1D,  2024-03-01
            P30D, 2024-03-30
            P60D, 2024-04-29
            P90D, 2024-05-29
            P6M,  2024-08-29
            P9M,  2024-11-29
            P1Y,  2025-02-28
            P18M, 2025-08-29
            P2Y,  2026-02-28
            P3Y,  2027-02-28
            P4Y,  2028-02-29
            """)
    void theDaysThatAreMarkedAlsoForWhoBeganOnALeapDay(String after, LocalDate on) {
        assertThat(Milestone.since(LocalDate.parse("2024-02-29")).limit(11)).anySatisfy(one -> {
            assertThat(one.after()).hasToString(after);
            assertThat(one.on()).isEqualTo(on);
        });
    }

    @Test
    void theyComeInOrderWhateverTheDate() {
        for (int day = 0; day < 1_461; day++) {
            var days = Milestone.since(LocalDate.parse("2023-01-01").plusDays(day))
                    .map(Milestone::on)
                    .toList();
            assertThat(days).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void theNextIsTheFirstThatComes() {
        var since = LocalDate.parse("2026-01-01");

        assertThat(Milestone.from(since, since).orElseThrow().after()).hasToString("P1D");
        assertThat(Milestone.from(since, since.plusDays(30)).orElseThrow().after())
                .hasToString("P30D");
        assertThat(Milestone.from(since, since.plusDays(31)).orElseThrow().after())
                .hasToString("P60D");
        assertThat(Milestone.on(since, since.plusDays(31))).isEmpty();
        assertThat(Milestone.reached(since, since.plusDays(89))).hasSize(3);
    }

    @Test
    void aNewBeginningErasesNothing() {
        var first = run("2026-01-01");

        first.endsBefore(LocalDate.parse("2026-03-02"));
        var second = run("2026-03-02");

        assertThat(first.lastDay()).isEqualTo("2026-03-01");
        assertThat(first.days(TODAY)).isEqualTo(60);
        assertThat(second.days(TODAY)).isEqualTo(8);
        assertThat(first.days(TODAY) + second.days(TODAY))
                .isEqualTo(run("2026-01-01").days(TODAY));
    }

    @Test
    void onTheDayItselfNoDayIsOverYet() {
        assertThat(run("2026-03-10").days(TODAY)).isZero();
        assertThat(run("2026-03-09").days(TODAY)).isEqualTo(1);
    }

    @Test
    void daysAreCountedFromADayThatCame() {
        assertRefused(SobrietyRule.DAYS_ARE_COUNTED_FROM_A_DAY_THAT_CAME, () -> run("2026-03-11"));
        assertRefused(SobrietyRule.DAYS_ARE_COUNTED_FROM_A_DAY_THAT_CAME, () -> run("1899-12-31"));
        assertRefused(
                SobrietyRule.A_NEW_BEGINNING_FOLLOWS,
                () -> run("2026-03-01").endsBefore(LocalDate.parse("2026-03-01")));
    }

    @Test
    void eachNoteHasAnIdOfItsOwnAndTheSameEachTime() {
        var run = UUID.fromString("019a0000-0000-7000-8000-000000000abc");
        var ids = Milestone.since(TODAY).map(one -> Congratulations.MessageId.of(run, one.after()));

        assertThat(ids).doesNotHaveDuplicates().hasSize(127);
    }

    private static SobrietyRun run(String since) {
        return new SobrietyRun(Uuid7.next(), new PatientId(Uuid7.next()), LocalDate.parse(since), SAID);
    }
}
