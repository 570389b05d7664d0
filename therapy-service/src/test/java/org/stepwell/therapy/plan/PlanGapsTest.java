package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.therapy.plan.PlanFixtures.DORA;
import static org.stepwell.therapy.plan.PlanFixtures.DORA_ALONE;
import static org.stepwell.therapy.plan.PlanFixtures.SOBER;
import static org.stepwell.therapy.plan.PlanFixtures.TODAY;
import static org.stepwell.therapy.plan.PlanFixtures.aGoal;
import static org.stepwell.therapy.plan.PlanFixtures.aPlan;
import static org.stepwell.therapy.plan.PlanFixtures.anObjective;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.modality.TreatmentGoal;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveStatus;
import org.stepwell.therapy.plan.PlanContent.Goal;
import org.stepwell.therapy.plan.PlanContent.Intervention;
import org.stepwell.therapy.plan.PlanContent.Objective;

class PlanGapsTest {

    @Test
    void aWholePlanMayBeSigned() {
        assertThatCode(() -> PlanGaps.mustBeNone(aPlan(aGoal(anObjective(TODAY))), Set.of(), TODAY, DORA_ALONE))
                .doesNotThrowAnyException();
    }

    @Test
    void aPlanWithoutAProblemAGoalAnObjectiveOrAnInterventionIsNotSigned() {
        lacks(new PlanContent(List.of()), "/problems");
        lacks(aPlan(), "/problems/0/goals");
        lacks(aPlan(aGoal()), "/problems/0/goals/0/objectives");
        lacks(
                aPlan(new Goal("Home for dinner.", SOBER, List.of(anObjective(TODAY)), List.of())),
                "/problems/0/goals/0/interventions");
    }

    @Test
    void anObjectiveSaysWhatIsMeasuredFromWhereToWhereAndUntilWhen() {
        var vague = new Objective(null, " ", null, null, null, ObjectiveStatus.NEW, null);
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
        var met = new Objective(null, "dry evenings", "two", "seven", TODAY.minusDays(1), ObjectiveStatus.MET, null);

        assertThatCode(() -> PlanGaps.mustBeNone(aPlan(aGoal(met, anObjective(TODAY))), Set.of(), TODAY, DORA_ALONE))
                .doesNotThrowAnyException();
        lacks(aPlan(aGoal(anObjective(TODAY.minusDays(1)))), "/problems/0/goals/0/objectives/0/targetDate");
    }

    @Test
    void aGoalSaysWhichOfTheEightItServes() {
        var whole = aGoal(anObjective(TODAY));
        for (var serves : Arrays.asList(null, List.<TreatmentGoal>of())) {
            var goal = new Goal("Home for dinner.", serves, whole.objectives(), whole.interventions());

            lacks(aPlan(whole, goal), "/problems/0/goals/1/serves");
        }
    }

    @Test
    void somethingIsStillWorkedOn() {
        var met = new Objective(null, "dry evenings", "two", "seven", TODAY, ObjectiveStatus.MET, null);

        lacks(aPlan(aGoal(met)), "/problems");
    }

    @Test
    void whoeverAnswersForAnInterventionWorksHere() {
        var nobody = new Crew(Map.of(), DORA_ALONE.needed());

        lacks(aPlan(aGoal(anObjective(TODAY))), nobody, "/problems/0/goals/0/interventions/0/responsible");
    }

    @Test
    void whoeverAnswersForMedicationHasACredentialForIt() {
        var group = aGoal(anObjective(TODAY));
        var medication = new Intervention(Modality.MEDICATION_MANAGEMENT, 30, 1, 4, 12, true, DORA.value());
        var plan = aPlan(new Goal(
                "Sleep at night.",
                SOBER,
                group.objectives(),
                List.of(group.interventions().getFirst(), medication)));

        lacks(plan, DORA_ALONE, "/problems/0/goals/0/interventions/1/responsible");
        assertThatCode(() -> PlanGaps.mustBeNone(
                        plan,
                        Set.of(),
                        TODAY,
                        new Crew(Map.of(DORA.value(), List.of("LCSW", "M.D.")), DORA_ALONE.needed())))
                .doesNotThrowAnyException();
    }

    @Test
    void aReviewSaysHowEachObjectiveOfBeforeCameOn() {
        var id = new ObjectiveId(UUID.randomUUID());
        var carried = anObjective(TODAY).with(id);
        var plan = aPlan(aGoal(carried, anObjective(TODAY)));
        var at = "/problems/0/goals/0/objectives/0";

        assertThatThrownBy(() -> PlanGaps.mustBeNone(plan, Set.of(id), TODAY, DORA_ALONE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly(at + "/review", at + "/status"));
        var reviewed = new Objective(
                id,
                carried.measure(),
                carried.baseline(),
                carried.target(),
                TODAY,
                ObjectiveStatus.IN_PROGRESS,
                "Five of seven.");
        assertThatCode(() -> PlanGaps.mustBeNone(aPlan(aGoal(reviewed)), Set.of(id), TODAY, DORA_ALONE))
                .doesNotThrowAnyException();
    }

    private static void lacks(PlanContent plan, String... pointers) {
        lacks(plan, DORA_ALONE, pointers);
    }

    private static void lacks(PlanContent plan, Crew crew, String... pointers) {
        assertThatThrownBy(() -> PlanGaps.mustBeNone(plan, Set.of(), TODAY, crew))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.rule()).isEqualTo(PlanRule.PLAN_IS_COMPLETE);
                    assertThat(no.errors()).extracting(FieldError::pointer).containsExactly(pointers);
                });
    }
}
