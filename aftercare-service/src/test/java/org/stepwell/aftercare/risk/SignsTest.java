package org.stepwell.aftercare.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.aftercare.risk.Factor.Worse;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;

class SignsTest {

    private static final int TRIES = 20_000;
    private static final int VALUE_MIN = -24;
    private static final int VALUES = 49;
    private static final Path GUIDE = Path.of("../docs/aftercare.md");

    @ParameterizedTest
    @EnumSource
    void worseInOneFactorNeverMeansFewerPoints(Factor factor) {
        var random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            var values = someSigns(random);
            int one = VALUE_MIN + random.nextInt(VALUES);
            int other = VALUE_MIN + random.nextInt(VALUES);
            int better = factor.worse() == Worse.HIGHER ? Math.min(one, other) : Math.max(one, other);
            int worse = better == one ? other : one;

            int pointsOfBetter = points(values, factor, better);
            int pointsOfWorse = points(values, factor, worse);

            assertThat(pointsOfWorse)
                    .as("%s from %d to %d beside %s", factor, better, worse, values)
                    .isGreaterThanOrEqualTo(pointsOfBetter);
            assertThat(Signs.levelOf(pointsOfWorse)).isGreaterThanOrEqualTo(Signs.levelOf(pointsOfBetter));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFactorCountsForSomething(Factor factor) {
        int worst = factor.worse() == Worse.HIGHER ? 24 : -24;

        assertThat(factor.points(worst)).isPositive();
        assertThat(factor.points(-worst)).isZero();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  LOW
            5,  LOW
            6,  MODERATE
            11, MODERATE
            12, HIGH
            33, HIGH
            """)
    void theCutPointsAreThePublishedOnes(int points, RiskLevel level) {
        assertThat(Signs.levelOf(points)).isEqualTo(level);
    }

    @Test
    void thePointsAddUp() {
        var signs =
                new Signs(Map.of(Factor.USE, 3, Factor.CRAVINGS, 2, Factor.PROTECTIVE_SCORE, 12, Factor.HOUSING, 0));

        assertThat(signs.points()).isEqualTo(5 + 2 + 2);
        assertThat(signs.weighed())
                .extracting(Signs.Weighed::factor)
                .containsExactly(Factor.USE, Factor.CRAVINGS, Factor.PROTECTIVE_SCORE, Factor.HOUSING);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var signs = new Signs(Map.of(Factor.PROTECTIVE_DOWN, -4, Factor.USE, 0));

        assertThat(RelapseRisk.read("USE=0,PROTECTIVE_DOWN=-4")).isEqualTo(signs);
        assertThat(RelapseRisk.read("")).isEqualTo(new Signs(Map.of()));
    }

    @Test
    void theGuideShowsEveryPoint() throws IOException {
        var guide = Files.readString(GUIDE);

        for (var factor : Factor.values()) {
            assertThat(guide).contains(row(factor));
        }
        assertThat(guide)
                .contains("LOW up to %d".formatted(Signs.MODERATE_FROM - 1))
                .contains("MODERATE from %d".formatted(Signs.MODERATE_FROM))
                .contains("HIGH from %d".formatted(Signs.HIGH_FROM));
        assertThat(guide.lines().filter(line -> line.matches("\\| [A-Z_]+ \\| .* \\| [^|]* points? [^|]*\\|")))
                .hasSize(Factor.values().length);
    }

    /** A row of the table, such as {@code | USE | 4 points from 1, 5 from 4 |}, whatever stands in the middle. */
    private static String row(Factor factor) {
        var word = factor.worse() == Worse.HIGHER ? "from" : "down from";
        var steps = factor.steps();
        return Arrays.stream(steps.toArray(Factor.Step[]::new))
                .map(step -> (step.equals(steps.getFirst()) ? points(step.points()) : String.valueOf(step.points()))
                        + " " + word + " " + step.from())
                .collect(Collectors.joining(", ", "| " + factor + " | ", " |"))
                .replace("| " + factor + " | ", "| " + factor + " | " + meaning(factor) + " | ");
    }

    private static String points(int points) {
        return points + (points == 1 ? " point" : " points");
    }

    private static String meaning(Factor factor) {
        return factor.says(0).replaceAll(": [+-]?0\\.$", "");
    }

    private static int points(Map<Factor, Integer> values, Factor factor, int value) {
        var all = new EnumMap<Factor, Integer>(Factor.class);
        all.putAll(values);
        all.put(factor, value);
        return new Signs(all).points();
    }

    private static Map<Factor, Integer> someSigns(Random random) {
        var values = new EnumMap<Factor, Integer>(Factor.class);
        for (var factor : Factor.values()) {
            if (random.nextBoolean()) {
                values.put(factor, VALUE_MIN + random.nextInt(VALUES));
            }
        }
        return values;
    }
}
