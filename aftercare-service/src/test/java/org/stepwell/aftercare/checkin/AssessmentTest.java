package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # used, substances,       cravings, medication, suicide, housing, missed, level,  because,                    flags
            false,  '',               0,        -,          false,   -,       false,  GREEN,  NOTHING_STANDS_OUT,         ''
            false,  '',               2,        true,       false,   AT_RISK, false,  GREEN,  NOTHING_STANDS_OUT,         ''
            -,      '',               -,        -,          -,       -,       false,  GREEN,  NOTHING_STANDS_OUT,         ''
            false,  '',               3,        -,          false,   -,       false,  YELLOW, ONE_FLAG,                   CRAVING
            false,  '',               0,        -,          false,   LOST,    false,  YELLOW, ONE_FLAG,                   HOUSING_LOSS
            false,  '',               0,        -,          false,   -,       true,   YELLOW, ONE_FLAG,                   MISSED
            false,  '',               0,        false,      false,   STABLE,  false,  YELLOW, ONE_FLAG,                   MOUD_STOPPED
            false,  '',               4,        -,          false,   -,       true,   AMBER,  SEVERAL_FLAGS,              'CRAVING,MISSED'
            false,  '',               0,        false,      false,   LOST,    false,  AMBER,  SEVERAL_FLAGS,              'MOUD_STOPPED,HOUSING_LOSS'
            true,   ALCOHOL,          0,        -,          false,   -,       false,  AMBER,  USE,                        USE
            true,   '',               0,        true,       false,   -,       false,  AMBER,  USE,                        USE
            true,   ALCOHOL,          4,        false,      false,   -,       false,  RED,    USE_AND_MEDICATION_STOPPED, 'USE,MOUD_STOPPED,CRAVING'
            true,   'ALCOHOL,OPIOIDS', 0,       true,       false,   -,       false,  RED,    OPIOID_USE,                 'USE,OPIOID_USE'
            false,  '',               0,        -,          true,    -,       false,  RED,    SUICIDE_THOUGHTS,           SUICIDE
            -,      '',               -,        -,          true,    -,       false,  RED,    SUICIDE_THOUGHTS,           SUICIDE
            true,   OPIOIDS,          4,        false,      true,    LOST,    true,   RED,    SUICIDE_THOUGHTS,           'SUICIDE,USE,OPIOID_USE,MOUD_STOPPED,CRAVING,MISSED,HOUSING_LOSS'
            """)
    void theSameAnswersAlwaysMeanTheSame(
            Boolean used,
            String substances,
            Integer cravings,
            Boolean medicationTaken,
            Boolean suicideThoughts,
            Housing housing,
            boolean missedBefore,
            String level,
            Assessment.Because because,
            String flags) {
        var said = new Said().used(used, substances).cravings(cravings).suicide(suicideThoughts);

        var assessment = Assessment.of(
                said.medication(medicationTaken).housing(housing).answers(),
                new Before(missedBefore, null, null),
                false);

        assertThat(assessment.because()).isEqualTo(because);
        assertThat(because.level().name()).isEqualTo(level);
        assertThat(assessment.flags().stream().map(Enum::name).toList())
                .containsExactly(flags.isEmpty() ? new String[0] : flags.split(","));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # health, conflict, confidence, mean risk, mean protection, flags
            # alone: risk is health and conflict, protection is confidence and sixteen more
            4,        4,        1,          -,         -,               ''
            0,        0,        0,          -,         -,               ''
            4,        4,        1,          4.0,       -,               RISK
            4,        4,        1,          4.1,       -,               ''
            0,        0,        0,          -,         20.0,            PROT
            0,        0,        0,          -,         19.9,            ''
            """)
    void aChangeOfFourFromTheMeanOfFourWeeksStandsOut(
            int health, int conflict, int confidence, Double risk, Double protection, String flags) {
        var said = new Said().calm().factors(health, conflict, confidence).answers();

        var assessment = Assessment.of(said, new Before(false, risk, protection), false);

        assertThat(assessment.flags().stream().map(Enum::name).toList())
                .containsExactly(flags.isEmpty() ? new String[0] : flags.split(","));
    }

    @Test
    void riskOfTwelveAndProtectionOfTwelveStandOut() {
        var eleven = new Said().calm().factors(4, 4, 0).cravings(2).lowDays(0);
        assertThat(Scores.of(eleven.answers()).risk()).isEqualTo(10);
        var twelve = new Said().calm().factors(4, 4, 0).cravings(2).lowDays(1);
        assertThat(Scores.of(twelve.answers()).risk()).isEqualTo(12);
        assertThat(Assessment.of(eleven.answers(), Before.NOTHING, false).flags())
                .isEmpty();
        assertThat(Assessment.of(twelve.answers(), Before.NOTHING, false).flags())
                .containsExactly(Flag.RISK);

        var poor = new Said().calm().factors(0, 0, 0).income(false);
        assertThat(Scores.of(poor.answers()).protective()).isEqualTo(12);
        assertThat(Assessment.of(poor.answers(), Before.NOTHING, false).flags()).containsExactly(Flag.PROT);
        assertThat(Assessment.of(poor.factors(0, 0, 1).answers(), Before.NOTHING, false)
                        .flags())
                .isEmpty();
    }

    @Test
    void beingLateRaisesNoLevel() {
        var assessment = Assessment.of(new Said().used(false, "").cravings(3).answers(), Before.NOTHING, true);

        assertThat(assessment.flags()).isEqualTo(Set.of(Flag.CRAVING, Flag.LATE));
        assertThat(assessment.because()).isEqualTo(Assessment.Because.ONE_FLAG);
    }
}
