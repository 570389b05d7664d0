package org.stepwell.therapy.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.therapy.goal.StepDown.Facts;

class StepDownTest {

    private static final Facts NOTHING = new Facts(0, 0, 0, 0, List.of(), null, null, 0, 0, false, 0, false);

    @Test
    void whatNobodyKnowsIsNeitherMetNorNot() {
        assertThat(StepDown.of(NOTHING)).hasSize(Criterion.values().length);
        assertThat(met(Criterion.COMES_REGULARLY, NOTHING)).isNull();
        assertThat(met(Criterion.NOTHING_UNEXPECTED_FOUND, NOTHING)).isNull();
        assertThat(met(Criterion.SYMPTOMS_EASED, NOTHING)).isNull();
        assertThat(met(Criterion.OBJECTIVES_MOVE, NOTHING)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"10, 8, true", "10, 7, false", "5, 4, true", "1, 1, true"})
    void fourOfFiveSessionsAreRegular(int planned, int attended, boolean met) {
        assertThat(met(
                        Criterion.COMES_REGULARLY,
                        new Facts(planned, attended, 0, 0, List.of(), null, null, 0, 0, false, 0, false)))
                .isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"3, 0, true", "3, 1, false"})
    void oneUnexpectedFindingIsOne(int screens, int unexpected, boolean met) {
        assertThat(met(
                        Criterion.NOTHING_UNEXPECTED_FOUND,
                        new Facts(0, 0, screens, unexpected, List.of(), null, null, 0, 0, false, 0, false)))
                .isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"9, 9, true", "10, 3, false", "3, 10, false", "9, , true", ", 10, false"})
    void symptomsAreBelowTheCutOffAsFarAsTheyAreKnown(@Nullable Integer mood, @Nullable Integer worry, boolean met) {
        assertThat(met(Criterion.SYMPTOMS_EASED, new Facts(0, 0, 0, 0, List.of(), mood, worry, 0, 0, false, 0, false)))
                .isEqualTo(met);
    }

    @Test
    void aWarningThatStandsIsNamed() {
        var facts = new Facts(
                0, 0, 0, 0, List.of("SUICIDE_RISK_SCREENED", "HALLUCINATIONS"), null, null, 0, 0, false, 0, false);

        assertThat(met(Criterion.NO_OPEN_WARNING, facts)).isFalse();
        assertThat(met(Criterion.NO_OPEN_WARNING, NOTHING)).isTrue();
        assertThat(reading(Criterion.NO_OPEN_WARNING, facts).because())
                .isEqualTo("Standing: a risk of suicide that a screener found, HALLUCINATIONS.");
    }

    @Test
    void whoChoseAnotherWayNeedsNoMeeting() {
        assertThat(met(Criterion.SUPPORT_OUTSIDE, NOTHING)).isFalse();
        assertThat(met(Criterion.SUPPORT_OUTSIDE, new Facts(0, 0, 0, 0, List.of(), null, null, 0, 0, false, 0, true)))
                .isTrue();
        assertThat(met(Criterion.SUPPORT_OUTSIDE, new Facts(0, 0, 0, 0, List.of(), null, null, 0, 0, false, 1, false)))
                .isTrue();
    }

    @Test
    void halfOfTheObjectivesIsEnough() {
        assertThat(met(Criterion.OBJECTIVES_MOVE, new Facts(0, 0, 0, 0, List.of(), null, null, 4, 2, false, 0, false)))
                .isTrue();
        assertThat(met(Criterion.OBJECTIVES_MOVE, new Facts(0, 0, 0, 0, List.of(), null, null, 5, 2, false, 0, false)))
                .isFalse();
    }

    private static @Nullable Boolean met(Criterion criterion, Facts facts) {
        return reading(criterion, facts).met();
    }

    private static StepDown reading(Criterion criterion, Facts facts) {
        return StepDown.of(facts).stream()
                .filter(one -> one.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }
}
