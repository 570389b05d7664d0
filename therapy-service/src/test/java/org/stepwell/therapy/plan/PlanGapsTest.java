package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.therapy.plan.PlanFixtures.DORA;
import static org.stepwell.therapy.plan.PlanFixtures.DORA_ALONE;
import static org.stepwell.therapy.plan.PlanFixtures.NO_PLAN_YET;
import static org.stepwell.therapy.plan.PlanFixtures.SOBER;
import static org.stepwell.therapy.plan.PlanFixtures.TODAY;
import static org.stepwell.therapy.plan.PlanFixtures.aGoal;
import static org.stepwell.therapy.plan.PlanFixtures.aPlan;
import static org.stepwell.therapy.plan.PlanFixtures.anObjective;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        assertThatCode(() -> PlanGaps.mustBeNone(aPlan(aGoal(anObjective(TODAY))), NO_PLAN_YET, TODAY, DORA_ALONE))
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

        assertThatCode(() -> PlanGaps.mustBeNone(aPlan(aGoal(met, anObjective(TODAY))), NO_PLAN_YET, TODAY, DORA_ALONE))
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
                        NO_PLAN_YET,
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

        lacks(plan, after(carried), at + "/review", at + "/status");
        may(aPlan(aGoal(said(carried, ObjectiveStatus.IN_PROGRESS, "Five of seven."))), after(carried));
    }

    @Test
    void whatAReviewFoundIsNotWhatTheOneBeforeFound() {
        var last = said(
                anObjective(TODAY).with(new ObjectiveId(UUID.randomUUID())),
                ObjectiveStatus.IN_PROGRESS,
                "Five of seven.");
        var at = "/problems/0/goals/0/objectives/0/review";
        for (var status : List.of(ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.MET)) {
            var again = aPlan(aGoal(said(last, status, " Five of seven. "), anObjective(TODAY)));

            lacks(again, after(last), at);
            may(aPlan(aGoal(said(last, status, "Seven."), anObjective(TODAY))), after(last));
        }
    }

    @Test
    void whatWasDecidedBeforeIsNotFoundAnewUnlessItGoesOnAgain() {
        var met = said(
                anObjective(TODAY).with(new ObjectiveId(UUID.randomUUID())), ObjectiveStatus.MET, "Seven of seven.");

        may(aPlan(aGoal(met, anObjective(TODAY))), after(met));
        may(aPlan(aGoal(anObjective(TODAY))), after(met));
        lacks(
                aPlan(aGoal(said(met, ObjectiveStatus.IN_PROGRESS, "Seven of seven."))),
                after(met),
                "/problems/0/goals/0/objectives/0/review");
    }

    @Test
    void noOpenObjectiveOfThePlanInForceIsLeftOut() {
        var open = anObjective(TODAY).with(new ObjectiveId(UUID.randomUUID()));

        lacks(aPlan(aGoal(anObjective(TODAY))), after(open), "/problems");
    }

    @Test
    void aProblemIsAboutADiagnosisThatThePatientHas() {
        var whole = aPlan(aGoal(anObjective(TODAY)));

        lacks(whole, new PlanSoFar(Set.of(), List.of(), Set.of("F10.10")), "/problems/0/diagnosis");
        may(whole, new PlanSoFar(Set.of(), List.of(), Set.of("F10.10", "F10.20")));
    }

    /** With a plan in force that has this objective. */
    private static PlanSoFar after(Objective inForce) {
        return new PlanSoFar(Set.of(Objects.requireNonNull(inForce.id())), List.of(inForce), Set.of("F10.20"));
    }

    private static Objective said(Objective one, ObjectiveStatus status, String review) {
        return new Objective(one.id(), one.measure(), one.baseline(), one.target(), one.targetDate(), status, review);
    }

    private static void may(PlanContent plan, PlanSoFar before) {
        assertThatCode(() -> PlanGaps.mustBeNone(plan, before, TODAY, DORA_ALONE))
                .doesNotThrowAnyException();
    }

    private static void lacks(PlanContent plan, String... pointers) {
        lacks(plan, NO_PLAN_YET, DORA_ALONE, pointers);
    }

    private static void lacks(PlanContent plan, Crew crew, String... pointers) {
        lacks(plan, NO_PLAN_YET, crew, pointers);
    }

    private static void lacks(PlanContent plan, PlanSoFar before, String... pointers) {
        lacks(plan, before, DORA_ALONE, pointers);
    }

    private static void lacks(PlanContent plan, PlanSoFar before, Crew crew, String... pointers) {
        assertThatThrownBy(() -> PlanGaps.mustBeNone(plan, before, TODAY, crew))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.rule()).isEqualTo(PlanRule.PLAN_IS_COMPLETE);
                    assertThat(no.errors()).extracting(FieldError::pointer).containsExactly(pointers);
                });
    }
}
