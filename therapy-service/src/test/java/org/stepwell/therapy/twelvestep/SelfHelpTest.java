package org.stepwell.therapy.twelvestep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfHelpTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest(name = "{0} meetings are {1}")
    @CsvSource({"0, 1", "1, 2", "3, 2", "4, 3", "7, 3", "8, 4", "30, 4", "45, 4"})
    void theStatesCountMeetingsInFourSteps(int meetings, int code) {
        assertThat(SelfHelp.of(TODAY, meetings).tedsCode()).isEqualTo(code);
    }

    @Test
    void thirtyDaysEndToday() {
        assertThat(SelfHelp.of(TODAY, 0).from()).isEqualTo(LocalDate.of(2026, 3, 2));
    }
}
