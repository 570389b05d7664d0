package org.stepwell.therapy.plan;

import static org.stepwell.contracts.code.Modality.MEDICATION_MANAGEMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.modality.NeededCredentials.Needed;
import org.stepwell.therapy.modality.TreatmentGoal;
import org.stepwell.therapy.objective.ObjectiveStatus;
import org.stepwell.therapy.plan.PlanContent.Goal;
import org.stepwell.therapy.plan.PlanContent.Intervention;
import org.stepwell.therapy.plan.PlanContent.Objective;
import org.stepwell.therapy.plan.PlanContent.Problem;
import org.stepwell.therapy.roster.Signer;

/** Plans of the tests. */
final class PlanFixtures {

    static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final LocalDate IN_A_MONTH = LocalDate.of(2026, 4, 1);
    static final PatientId ADA = new PatientId(UUID.randomUUID());
    static final EpisodeId STAY = new EpisodeId(UUID.randomUUID());
    static final StaffId DORA = new StaffId(UUID.randomUUID());
    static final Signer SOCIAL_WORKER = new Signer(DORA, "LCSW", true);
    static final Signer COUNSELOR = new Signer(new StaffId(UUID.randomUUID()), "CADC", false);

    static final List<TreatmentGoal> SOBER = List.of(TreatmentGoal.MAINTAINING_ABSTINENCE);

    static final Crew DORA_ALONE =
            new Crew(Map.of(DORA.value(), List.of("LCSW")), new Needed(Map.of(MEDICATION_MANAGEMENT, List.of("MD"))));

    /** Before the first plan, of somebody with a diagnosis. */
    static final PlanSoFar NO_PLAN_YET = new PlanSoFar(Set.of(), List.of(), Set.of("F10.20"));

    private PlanFixtures() {}

    static Plan aDraft() {
        var plan = new Plan(UUID.randomUUID(), STAY, ADA, 1, DORA, MONDAY);
        plan.write("sealed", DORA, MONDAY);
        return plan;
    }

    static Plan signedBy(Signer signer) {
        var plan = aDraft();
        plan.sign(signer, MONDAY);
        return plan;
    }

    static Objective anObjective(@Nullable LocalDate by) {
        return new Objective(null, "dry evenings a week", "two", "seven", by, ObjectiveStatus.NEW, null);
    }

    static Goal aGoal(Objective... objectives) {
        return new Goal("I want to be there for dinner.", SOBER, List.of(objectives), List.of(threeHoursThreeTimes()));
    }

    static Intervention threeHoursThreeTimes() {
        return new Intervention(Modality.GROUP_THERAPY, 180, 3, null, 12, null, DORA.value());
    }

    static PlanContent aPlan(Goal... goals) {
        return new PlanContent(
                List.of(new Problem("Drinks alone in the evening.", "F10.20", PlanDimension.RELAPSE, List.of(goals))));
    }
}
