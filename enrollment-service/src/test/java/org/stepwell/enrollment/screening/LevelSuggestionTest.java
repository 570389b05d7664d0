package org.stepwell.enrollment.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelSuggestionTest {

    @ParameterizedTest(name = "{0} suggests {1} by {2}")
    @CsvSource(textBlock = """
            000000, 1,   R8
            000220, 2.1, R7
            010322, 2.1, R7
            002231, 2.5, R6
            000333, 3.1/3.5, R4
            100033, 3.1/3.5, R4
            300000, 3.7, R2
            000400, 2.1, R7
            200222, 3.7, R5_UNMANAGED
            004000, 4,   R1
            003000, 3.5, R3
            000330, 2.5, R6
            020000, 2.1, R7
            000004, 3.1/3.5, R4
            040000, 4,   R1
            """)
    void theFirstRuleThatMatchesSuggestsTheLevel(String dimensions, String level, LevelSuggestion rule) {
        var suggestion = LevelSuggestion.of(dimensions(dimensions), false, false);

        assertThat(suggestion).isEqualTo(rule);
        assertThat(suggestion.words()).isEqualTo(level);
    }

    @Test
    void moderateWithdrawalIsOutpatientWhereItIsManagedDaily() {
        var suggestion = LevelSuggestion.of(dimensions("200222"), true, false);

        assertThat(suggestion).isEqualTo(LevelSuggestion.R5_MANAGED);
        assertThat(suggestion.levels()).containsExactly("2.1");
    }

    @Test
    void anEmergencyOrCrisisSuggestsNoLevelAtAll() {
        var suggestion = LevelSuggestion.of(dimensions("000220"), false, true);

        assertThat(suggestion).isEqualTo(LevelSuggestion.R0);
        assertThat(suggestion.levels()).isEmpty();
    }

    private static Dimensions dimensions(String digits) {
        var d = digits.chars().map(c -> c - '0').toArray();
        return new Dimensions(d[0], d[1], d[2], d[3], d[4], d[5]);
    }
}
