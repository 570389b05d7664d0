package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.therapy.plan.PlanFixtures.DORA;
import static org.stepwell.therapy.plan.PlanFixtures.TODAY;
import static org.stepwell.therapy.plan.PlanFixtures.aGoal;
import static org.stepwell.therapy.plan.PlanFixtures.aPlan;
import static org.stepwell.therapy.plan.PlanFixtures.anObjective;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.objective.ObjectiveStatus;
import org.stepwell.therapy.plan.PlanContent.Goal;
import org.stepwell.therapy.plan.PlanContent.Objective;

class PlanGapsTest {

    private static final Set<UUID> STAFF = Set.of(DORA.value());

    @Test
    void aWholePlanMayBeSigned() {
        assertThatCode(() -> PlanGaps.mustBeNone(aPlan(aGoal(anObjective(TODAY))), TODAY, STAFF))
                .doesNotThrowAnyException();
    }

    @Test
    void aPlanWithoutAProblemAGoalAnObjectiveOrAnInterventionIsNotSigned() {
        lacks(new PlanContent(List.of()), "/problems");
        lacks(aPlan(), "/problems/0/goals");
        lacks(aPlan(aGoal()), "/problems/0/goals/0/objectives");
        lacks(
                aPlan(new Goal("Home for dinner.", List.of(anObjective(TODAY)), List.of())),
                "/problems/0/goals/0/interventions");
    }

    @Test
    void anObjectiveSaysWhatIsMeasuredFromWhereToWhereAndUntilWhen() {
        var vague = new Objective(null, " ", null, null, null, ObjectiveStatus.NEW);
        var at = "/problems/0/goals/0/objectives/1";

        lacks(
                aPlan(aGoal(anObjective(TODAY), vague)),
                at + "/measure",
                at + "/baseline",
                at + "/target",
                at + "/targetDate");
    }

    @Test
    void theDayOfAnObjectiveMayHavePassedOnceItIsDecided() {
        var met = new Objective(null, "dry evenings", "two", "seven", TODAY.minusDays(1), ObjectiveStatus.MET);

        assertThatCode(() -> PlanGaps.mustBeNone(aPlan(aGoal(met, anObjective(TODAY))), TODAY, STAFF))
                .doesNotThrowAnyException();
        lacks(aPlan(aGoal(anObjective(TODAY.minusDays(1)))), "/problems/0/goals/0/objectives/0/targetDate");
    }

    @Test
    void somethingIsStillWorkedOn() {
        var met = new Objective(null, "dry evenings", "two", "seven", TODAY, ObjectiveStatus.MET);

        lacks(aPlan(aGoal(met)), "/problems");
    }

    @Test
    void whoeverAnswersForAnInterventionWorksHere() {
        assertThatThrownBy(() -> PlanGaps.mustBeNone(aPlan(aGoal(anObjective(TODAY))), TODAY, Set.of()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/problems/0/goals/0/interventions/0/responsible"));
    }

    private static void lacks(PlanContent plan, String... pointers) {
        assertThatThrownBy(() -> PlanGaps.mustBeNone(plan, TODAY, STAFF)).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.rule()).isEqualTo(PlanRule.PLAN_IS_COMPLETE);
            assertThat(no.errors()).extracting(FieldError::pointer).containsExactly(pointers);
        });
    }
}
