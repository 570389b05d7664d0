package org.stepwell.therapy.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TScoreTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,1,1 |  0, 0, 0 | 50.00
                    1,1,1 |  1, 1, 1 | 63.69
                    1,1,1 | -2,-2,-2 | 22.61
                    3,2,1 |  1, 0,-1 | 54.41
                    1     |  1       | 60.00
                    7     |  1       | 60.00
                    1,1   |  2,-1    | 56.20
                    """)
    void scalesAreSummedByTheirWeights(String weights, String levels, double score) {
        assertThat(score(numbers(weights), numbers(levels))).isEqualTo(score);
    }

    private static double score(int[] weights, int[] levels) {
        return TScore.of(IntStream.range(0, weights.length)
                .mapToObj(i -> new TScore.Attained(weights[i], level(levels[i])))
                .toList());
    }

    private static Level level(int points) {
        return Arrays.stream(Level.values())
                .filter(one -> one.points() == points)
                .findFirst()
                .orElseThrow();
    }

    private static int[] numbers(String some) {
        return Arrays.stream(some.split(",", -1))
                .mapToInt(one -> Integer.parseInt(one.strip()))
                .toArray();
    }
}
