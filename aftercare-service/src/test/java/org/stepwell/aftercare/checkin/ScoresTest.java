package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void daysOfAWeekAreTheStepsOfTheMonthThatIsLikeIt() {
        assertThat(IntStream.rangeClosed(0, 8).mapToObj(Scores::step)).containsExactly(0, 2, 3, 3, 4, 4, 4, 4, 4);
        assertThat(Scores.step(21)).isEqualTo(4);
        assertThat(Scores.step(null)).isNull();
    }

    @Test
    void theyReachFromNothingToTwentyFour() {
        var worst = new Answers(
                true, "", 7, 4, 7, 7, 7, 7, 7, 0, 0, false, false, false, 0, Housing.LOST, 4, 0, 4, 0, false, false);
        var best = new Answers(
                false, "", 0, 0, 0, 0, 0, 0, 0, 4, 7, true, true, true, 7, Housing.STABLE, 0, 7, 0, 4, true, false);

        assertThat(Scores.of(worst)).isEqualTo(new Scores(24, 0));
        assertThat(Scores.of(best)).isEqualTo(new Scores(0, 24));
    }

    @Test
    void whereOneOfTheSixIsNotSaidThereIsNoScore() {
        var said = new Said().calm().factors(1, 1, 4);

        assertThat(Scores.of(said.answers())).isEqualTo(new Scores(2, 20));
        assertThat(Scores.of(said.income(null).answers())).isEqualTo(new Scores(2, null));
        assertThat(Scores.of(said.cravings(null).answers())).isEqualTo(new Scores(null, null));
    }

    @Test
    void daysOfAnyOfTheFeelingsAreThoseOfTheOneWithTheMost() {
        var said = new Said().calm().factors(0, 0, 0);

        assertThat(Scores.of(said.lowDays(4).answers()).risk()).isEqualTo(4);
        assertThat(Scores.of(said.lowDays(null).answers()).risk()).isZero();
    }
}
