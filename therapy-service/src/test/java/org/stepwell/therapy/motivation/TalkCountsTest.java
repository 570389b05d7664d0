package org.stepwell.therapy.motivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkCountsTest {

    @ParameterizedTest(name = "{0} for change, {1} for things as they are: {2} per cent")
    @CsvSource(textBlock = """
            0, 0,
            0, 4, 0
            4, 0, 100
            7, 3, 70
            1, 2, 33
            2, 1, 67
            1, 7, 13
            """)
    void theShareOfChangeTalkIsOfAllThatWasCounted(int desire, int sustain, @Nullable Integer percent) {
        assertThat(new TalkCounts(desire, 0, 0, 0, 0, 0, 0, sustain).changePercent())
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"1,2,4,8,16,32,64"})
    void everyKindOfChangeTalkCounts(
            int desire, int ability, int reasons, int need, int commitment, int activation, int takingSteps) {
        var counts = new TalkCounts(desire, ability, reasons, need, commitment, activation, takingSteps, 1_000);

        assertThat(counts.forChange()).isEqualTo(127);
    }
}
