package org.stepwell.therapy.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.goal.Direction.BETTER;
import static org.stepwell.therapy.goal.Direction.STEADY;
import static org.stepwell.therapy.goal.Direction.WORSE;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.therapy.goal.Mover.Counted;
import org.stepwell.therapy.modality.TreatmentGoal;

/** The last four weeks are held against all the weeks before. */
class MoverTest {

    private static final LocalDate WEEK = LocalDate.of(2026, 3, 30);

    @ParameterizedTest
    @CsvSource({
        "LOW_MOOD, 16, 11, BETTER",
        "LOW_MOOD, 16, 12, STEADY",
        "LOW_MOOD, 10, 15, WORSE",
        "WORRY, 12, 8, BETTER",
        "WORRY, 12, 9, STEADY",
        "ATTENDANCE, 70, 80, BETTER",
        "ATTENDANCE, 80, 70, WORSE",
        "ATTENDANCE, 80, 71, STEADY",
        "DRUG_SCREENS, 50, 0, BETTER",
        "DRUG_SCREENS, 0, 100, WORSE",
        "MEETINGS, 0, 1, BETTER",
        "READINESS, 5, 4, WORSE",
        "PROTECTION, 10, 13, BETTER",
        "RISK, 10, 13, WORSE"
    })
    void whatIsGoodGoesTheWayThatTheSourceSays(Source source, double before, double now, Direction direction) {
        assertThat(Mover.of(source, List.of(on(6, before), on(0, now)), WEEK).direction())
                .isEqualTo(direction);
    }

    @Test
    void theWeekOfTodayAndTheThreeBeforeItAreNow() {
        assertThat(Mover.of(Source.WORRY, List.of(on(4, 12), on(3, 2)), WEEK).direction())
                .isEqualTo(BETTER);
        assertThat(Mover.of(Source.WORRY, List.of(on(5, 12), on(4, 2)), WEEK).direction())
                .as("nothing is known of now")
                .isNull();
        assertThat(Mover.of(Source.WORRY, List.of(on(3, 12), on(0, 2)), WEEK).direction())
                .as("nothing is known of before")
                .isNull();
    }

    @Test
    void aWeekIsTheMeanOfItsDaysFromItsFirstToItsLast() {
        var weeks = Mover.of(
                        Source.ATTENDANCE,
                        List.of(
                                new Counted(WEEK, 100),
                                new Counted(WEEK.plusDays(6), 0),
                                new Counted(WEEK.minusDays(1), 100),
                                new Counted(WEEK.minusDays(7), 0),
                                new Counted(WEEK.minusDays(7), 0)),
                        WEEK)
                .weeks();

        assertThat(weeks).containsExactly(new Mover.Week(WEEK.minusWeeks(1), 33.33), new Mover.Week(WEEK, 50));
    }

    @ParameterizedTest
    @CsvSource({"1, BETTER", "0.5, BETTER", "0.4, STEADY", "0, STEADY", "-0.4, STEADY", "-0.5, WORSE"})
    void ratingsSayThemselvesWhereAnObjectiveWent(double rating, Direction direction) {
        assertThat(Mover.rated(Source.OBJECTIVES, List.of(on(9, 3), on(1, rating)), WEEK)
                        .direction())
                .isEqualTo(direction);
    }

    @Test
    void ratingsOfLongAgoSayNothingOfNow() {
        assertThat(Mover.rated(Source.OBJECTIVES, List.of(on(4, 3)), WEEK).direction())
                .isNull();
    }

    @Test
    void aGoalGoesWhereMostOfItsMoversGo() {
        assertThat(goal()).isNull();
        assertThat(goal(better(), better(), worse())).isEqualTo(BETTER);
        assertThat(goal(better(), worse())).isEqualTo(STEADY);
        assertThat(goal(better(), worse(), worse())).isEqualTo(WORSE);
    }

    @Test
    void inPlainWordsItSaysWhatShowsItAndBlamesNobody() {
        var better = GoalMovement.of(TreatmentGoal.PROBLEM_SOLVING, List.of(better(), worse(), better()), 0);
        var worse = GoalMovement.of(TreatmentGoal.PROBLEM_SOLVING, List.of(worse()), 0);

        assertThat(better.inPlainWords())
                .contains("better")
                .contains("your worries")
                .doesNotContain("your mood");
        assertThat(worse.inPlainWords())
                .contains("harder")
                .contains("your mood")
                .contains("your counselor");
        assertThat(GoalMovement.of(TreatmentGoal.PROBLEM_SOLVING, List.of(), 0).inPlainWords())
                .contains("too early");
    }

    private static @Nullable Direction goal(Mover... movers) {
        return Direction.ofMost(Stream.of(movers).toList());
    }

    private static Mover better() {
        return Mover.of(Source.WORRY, List.of(on(6, 15), on(0, 5)), WEEK);
    }

    private static Mover worse() {
        return Mover.of(Source.LOW_MOOD, List.of(on(6, 5), on(0, 15)), WEEK);
    }

    private static Counted on(int weeksAgo, double value) {
        return new Counted(WEEK.minusWeeks(weeksAgo).plusDays(2), value);
    }
}
