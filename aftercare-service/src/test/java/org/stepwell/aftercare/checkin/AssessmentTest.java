package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # used, substances,       cravings, medication, suicide, missed, level,  because,                    flags
            false,  '',               0,        -,          false,   false,  GREEN,  NOTHING_STANDS_OUT,         ''
            false,  '',               2,        true,       false,   false,  GREEN,  NOTHING_STANDS_OUT,         ''
            false,  '',               3,        -,          false,   false,  YELLOW, ONE_FLAG,                   CRAVING
            false,  '',               0,        -,          false,   true,   YELLOW, ONE_FLAG,                   MISSED
            false,  '',               0,        false,      false,   false,  YELLOW, ONE_FLAG,                   MOUD_STOPPED
            false,  '',               4,        -,          false,   true,   AMBER,  SEVERAL_FLAGS,              'CRAVING,MISSED'
            true,   ALCOHOL,          0,        -,          false,   false,  AMBER,  USE,                        USE
            true,   '',               0,        true,       false,   false,  AMBER,  USE,                        USE
            true,   ALCOHOL,          4,        false,      false,   false,  RED,    USE_AND_MEDICATION_STOPPED, 'USE,MOUD_STOPPED,CRAVING'
            true,   'ALCOHOL,OPIOIDS', 0,       true,       false,   false,  RED,    OPIOID_USE,                 'USE,OPIOID_USE'
            false,  '',               0,        -,          true,    false,  RED,    SUICIDE_THOUGHTS,           SUICIDE
            true,   OPIOIDS,          4,        false,      true,    true,   RED,    SUICIDE_THOUGHTS,           'SUICIDE,USE,OPIOID_USE,MOUD_STOPPED,CRAVING,MISSED'
            """)
    void theSameAnswersAlwaysMeanTheSame(
            boolean used,
            String substances,
            int cravings,
            Boolean medicationTaken,
            boolean suicideThoughts,
            boolean missedBefore,
            String level,
            Assessment.Because because,
            String flags) {
        var answers = new Answers(used, substances, null, cravings, 1, 2, 3, 4, medicationTaken, suicideThoughts);

        var assessment = Assessment.of(answers, missedBefore, false);

        assertThat(assessment.because()).isEqualTo(because);
        assertThat(because.level().name()).isEqualTo(level);
        assertThat(assessment.flags().stream().map(Enum::name).toList())
                .containsExactly(flags.isEmpty() ? new String[0] : flags.split(","));
    }

    @Test
    void beingLateRaisesNoLevel() {
        var answers = new Answers(false, "", null, 3, 1, 2, 3, 4, null, false);

        var assessment = Assessment.of(answers, false, true);

        assertThat(assessment.flags()).isEqualTo(Set.of(Flag.CRAVING, Flag.LATE));
        assertThat(assessment.because()).isEqualTo(Assessment.Because.ONE_FLAG);
    }
}
