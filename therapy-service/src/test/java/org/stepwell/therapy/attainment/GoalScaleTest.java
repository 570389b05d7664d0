package org.stepwell.therapy.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.Stays.DORA;
import static org.stepwell.therapy.Stays.NOW;
import static org.stepwell.therapy.Stays.TODAY;
import static org.stepwell.therapy.attainment.AttainmentRule.BASELINE_IS_BELOW_EXPECTED;
import static org.stepwell.therapy.attainment.AttainmentRule.RATING_OF_A_DAY_OF_THE_SCALE;
import static org.stepwell.therapy.attainment.AttainmentRule.SCALE_IS_RATED;
import static org.stepwell.therapy.attainment.AttainmentRule.SCALE_WAS_ENDED;
import static org.stepwell.therapy.attainment.AttainmentRule.SCALE_WHILE_IN;
import static org.stepwell.therapy.attainment.Level.AS_EXPECTED;
import static org.stepwell.therapy.attainment.Level.LESS_THAN_EXPECTED;
import static org.stepwell.therapy.attainment.Level.MORE_THAN_EXPECTED;
import static org.stepwell.therapy.attainment.Level.MUCH_LESS_THAN_EXPECTED;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.therapy.Stays;
import org.stepwell.therapy.roster.Stay;

class GoalScaleTest {

    private static final Stay STAY = Stays.running();

    @Test
    void aPatientBeginsBelowWhatIsExpected() {
        var scale = new GoalScale(UUID.randomUUID(), STAY, DORA);

        assertRefused(BASELINE_IS_BELOW_EXPECTED, () -> scale.agree(1, AS_EXPECTED, "sealed"));
        scale.agree(1, MUCH_LESS_THAN_EXPECTED, "sealed");
    }

    @Test
    void whatWasRatedIsNotChanged() {
        var scale = scale(STAY);
        scale.agree(2, LESS_THAN_EXPECTED, "sealed again");
        rated(scale, STAY, null);

        assertRefused(SCALE_IS_RATED, () -> scale.agree(1, LESS_THAN_EXPECTED, "sealed"));
    }

    @Test
    void aRatingIsOfTodayUnlessAnotherDaySinceTheAgreementIsSaid() {
        var scale = scale(STAY);
        var tomorrow = on(STAY, TODAY.plusDays(1));

        assertThat(rated(scale, STAY, null).day()).isEqualTo(TODAY);
        assertThat(rated(scale, tomorrow, TODAY).day()).isEqualTo(TODAY);
        assertRefused(RATING_OF_A_DAY_OF_THE_SCALE, () -> rated(scale, STAY, TODAY.plusDays(1)));
        assertRefused(RATING_OF_A_DAY_OF_THE_SCALE, () -> rated(scale, tomorrow, TODAY.minusDays(1)));
    }

    @Test
    void whatWasGivenUpStaysAsItWas() {
        var scale = scale(STAY);
        scale.end(STAY, NOW);

        assertRefused(SCALE_WAS_ENDED, () -> rated(scale, STAY, null));
        assertRefused(SCALE_WAS_ENDED, () -> scale.end(STAY, NOW));
        assertRefused(SCALE_WAS_ENDED, () -> scale.agree(1, LESS_THAN_EXPECTED, "sealed"));
    }

    @Test
    void nothingIsAgreedOnOrRatedOnceThePatientHasLeft() {
        var scale = scale(STAY);

        assertRefused(SCALE_WHILE_IN, () -> new GoalScale(UUID.randomUUID(), Stays.over(), DORA));
        assertRefused(SCALE_WHILE_IN, () -> rated(scale, Stays.over(), null));
        assertRefused(SCALE_WHILE_IN, () -> scale.end(Stays.over(), NOW));
    }

    @Test
    void aDaysScoreIsOfTheScalesThatWereWorkedOnThenAndOfTheLastWordOfTheDay() {
        var evenings = scale(STAY);
        var calls = scale(STAY);
        var second = on(STAY, TODAY.plusDays(7));
        var third = on(STAY, TODAY.plusDays(14));
        var ratings = List.of(
                rate(evenings, second, MORE_THAN_EXPECTED),
                rate(evenings, second, AS_EXPECTED),
                rate(calls, second, AS_EXPECTED),
                rate(evenings, third, MORE_THAN_EXPECTED));
        calls.end(third, NOW);

        var scores = AttainmentScore.byDay(List.of(evenings, calls), ratings);

        assertThat(scores)
                .containsExactly(
                        new AttainmentScore(second.today(), 50, 12.40), new AttainmentScore(third.today(), 60, 20));
    }

    private static GoalScale scale(Stay stay) {
        var scale = new GoalScale(UUID.randomUUID(), stay, DORA);
        scale.agree(1, LESS_THAN_EXPECTED, "sealed");
        return scale;
    }

    private static GoalRating rated(GoalScale scale, Stay stay, @Nullable LocalDate day) {
        return scale.rate(UUID.randomUUID(), stay, AS_EXPECTED, day, DORA, NOW);
    }

    private static GoalRating rate(GoalScale scale, Stay stay, Level level) {
        return scale.rate(UUID.randomUUID(), stay, level, null, DORA, NOW);
    }

    private static Stay on(Stay stay, LocalDate today) {
        return new Stay(stay.episode(), stay.patient(), stay.from(), null, null, today);
    }
}
