package org.stepwell.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.DischargeReason;

class DischargeReasonTest {

    private static final int FIFTEEN = 15;
    private static final int SEVEN = 7;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            COMPLETED_GOALS_MET,  1
            AGAINST_ADVICE,       2
            NO_CONTACT,           2
            RULE_VIOLATION,       3
            ADMINISTRATIVE,       3
            NON_PAYMENT,          3
            STEP_DOWN_OUTPATIENT, 4
            STEP_UP_RESIDENTIAL,  4
            STEP_UP_INPATIENT,    4
            TRANSFER_OTHER,       4
            INCARCERATED,         5
            DECEASED,             6
            MOVED,                7
            PAYER_DENIED,         7
            MEDICAL,              7
            """)
    void theStateIsToldEachReasonByItsOwnCode(DischargeReason reason, int teds) {
        assertThat(reason.teds()).isEqualTo(teds);
    }

    @Test
    void everyReasonAboveIsOneAndEveryCodeOfTheStateIsUsed() {
        assertThat(DischargeReason.values()).hasSize(FIFTEEN);
        assertThat(Arrays.stream(DischargeReason.values()).mapToInt(DischargeReason::teds))
                .containsAll(IntStream.rangeClosed(1, SEVEN).boxed().toList());
    }
}
