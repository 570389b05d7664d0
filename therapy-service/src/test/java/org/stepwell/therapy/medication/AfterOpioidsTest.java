package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.Stays.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.medication.Check.Grade;
import org.stepwell.therapy.medication.OrderInputs.LastOpioid;

/** What the record knows of opioids counts beside what the prescriber says. */
class AfterOpioidsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            false,  6, STOPS
            false,  7, WARNS
            false,  9, WARNS
            true,   9, STOPS
            true,  10, WARNS
            true,  13, WARNS
            """)
    void whatTheRecordKnowsIsHeldAgainstNaltrexoneWhateverIsSaid(boolean lasts, int days, Grade grade) {
        var known = new OpioidUse(TODAY.minusDays(days), lasts);

        for (var said : List.of(LastOpioid.NONE, LastOpioid.SHORT_ACTING)) {
            assertThat(after(said, TODAY.minusDays(90), known).finding())
                    .hasValueSatisfying(found -> assertThat(found.grade()).isEqualTo(grade));
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 10", "true, 14"})
    void longerAgoNothingIsHeldAgainstIt(boolean lasts, int days) {
        var on = TODAY.minusDays(days);

        assertThat(after(LastOpioid.SHORT_ACTING, on, new OpioidUse(on, lasts)).finding())
                .isEmpty();
    }

    @Test
    void whoSaysADayThatIsOlderThanWhatIsKnownIsAskedForAnother() {
        var known = new OpioidUse(TODAY.minusDays(8), false);

        assertAsks(after(LastOpioid.NONE, null, known));
        assertAsks(after(LastOpioid.SHORT_ACTING, TODAY.minusDays(9), known));
        assertThat(after(LastOpioid.SHORT_ACTING, TODAY.minusDays(8), known).ask())
                .isEmpty();
        assertThat(after(LastOpioid.SHORT_ACTING, TODAY.minusDays(7), known).ask())
                .isEmpty();
    }

    @Test
    void whoIsStoppedIsNotAskedForAnotherDay() {
        assertThat(after(LastOpioid.NONE, null, new OpioidUse(TODAY.minusDays(6), false))
                        .ask())
                .isEmpty();
    }

    @Test
    void theWorstOfAllIsSaid() {
        var found = after(
                        LastOpioid.SHORT_ACTING,
                        TODAY.minusDays(7),
                        new OpioidUse(TODAY.minusDays(12), true),
                        new OpioidUse(TODAY.minusDays(9), true))
                .finding();

        assertThat(found).hasValueSatisfying(one -> {
            assertThat(one.grade()).isEqualTo(Grade.STOPS);
            assertThat(one.detail()).contains(TODAY.minusDays(9).toString(), "the record");
        });
    }

    private static AfterOpioids after(LastOpioid said, @Nullable LocalDate on, OpioidUse... known) {
        return new AfterOpioids(new OrderInputs(said, on, null, null, null, null, null), List.of(known), TODAY);
    }

    private static void assertAsks(AfterOpioids after) {
        assertThat(after.ask()).map(FieldError::pointer).hasValue("/inputs/lastOpioidOn");
    }
}
