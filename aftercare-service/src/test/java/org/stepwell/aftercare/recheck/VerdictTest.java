package org.stepwell.aftercare.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.recheck.Verdict.Need;

class VerdictTest {

    private static final int USE_DAYS = 13;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            12, 0, false, false, false, false, -
            13, 0, false, false, false, false, USE_DAYS
            1,  1, false, false, false, false, INTOXICATED
            1,  0, true,  false, false, false, RESPONSIBILITIES
            1,  0, false, true,  false, false, PROBLEMS
            0,  0, false, false, true,  false, WITHDRAWAL
            0,  0, false, false, false, true,  WANTS_TREATMENT
            """)
    void anyOneTriggerIsEnough(
            int useDays,
            int intoxicated,
            boolean responsibilities,
            boolean problems,
            boolean withdrawal,
            boolean wants,
            Trigger trigger) {
        var verdict = Verdict.of(
                new RecheckAnswers(useDays, intoxicated, responsibilities, problems, withdrawal, wants, false, false),
                USE_DAYS);

        if (trigger == null) {
            assertThat(verdict.triggers()).isEmpty();
            assertThat(verdict.need()).isEqualTo(Need.NO_NEED);
        } else {
            assertThat(verdict.triggers()).containsExactly(trigger);
            assertThat(verdict.need()).isEqualTo(Need.NEEDS_TREATMENT);
        }
    }

    @Test
    void whoIsTreatedOrInJailAlreadyIsOfferedNothing() {
        assertThat(Verdict.of(everything(true, false), USE_DAYS).need()).isEqualTo(Need.IN_TREATMENT);
        assertThat(Verdict.of(everything(false, true), USE_DAYS).need()).isEqualTo(Need.IN_JAIL);
        assertThat(Verdict.of(everything(false, false), USE_DAYS).triggers()).containsExactly(Trigger.values());
    }

    private static RecheckAnswers everything(boolean inTreatment, boolean inJail) {
        return new RecheckAnswers(90, 90, true, true, true, true, inTreatment, inJail);
    }
}
