package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged.Standing;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.modality.NeededCredentials;
import org.stepwell.therapy.roster.Diagnoses;
import org.stepwell.therapy.roster.Signer;
import org.stepwell.therapy.roster.StaffMembers;

/** Who may sign which plan, and by which credentials. */
@Singleton
class PlanSigners {

    private final StaffMembers staff;
    private final NeededCredentials needed;
    private final Plans plans;
    private final PlanTexts texts;
    private final PlanObjectives objectives;
    private final Diagnoses diagnoses;

    PlanSigners(
            StaffMembers staff,
            NeededCredentials needed,
            Plans plans,
            PlanTexts texts,
            PlanObjectives objectives,
            Diagnoses diagnoses) {
        this.staff = staff;
        this.needed = needed;
        this.plans = plans;
        this.texts = texts;
        this.objectives = objectives;
        this.diagnoses = diagnoses;
    }

    /**
     * Refuses a draft that lacks something, names somebody who does not work here any more, or may not answer for it, or loses
     * what the plan in force says.
     *
     * @param content what it says
     */
    void mustBeComplete(Plan draft, PlanContent content, LocalDate today) {
        var theirs = diagnoses.of(draft.patient()).stream().map(Standing::code).collect(Collectors.toSet());
        mustBeComplete(draft, content, theirs, today);
    }

    /**
     * The same, once a clinician has signed it: a diagnosis that has changed since asks for a look at the plan by itself, and is nothing
     * for the patient to mend.
     */
    void mustStillBeComplete(Plan draft, PlanContent content, LocalDate today) {
        var named = content.problems().stream()
                .flatMap(problem -> Stream.ofNullable(problem.diagnosis()))
                .collect(Collectors.toSet());
        mustBeComplete(draft, content, named, today);
    }

    private void mustBeComplete(Plan draft, PlanContent content, Set<String> diagnoses, LocalDate today) {
        var crew = new Crew(staff.workingHere(content.responsible()), needed.now());
        var episode = draft.episode();
        var inForce = plans.inForce(episode).stream()
                .flatMap(plan -> texts.open(plan).objectives())
                .toList();
        PlanGaps.mustBeNone(content, new PlanSoFar(objectives.planned(episode), inForce, diagnoses), today, crew);
    }

    /** Somebody signs. */
    Signer of(StaffId who) {
        return staff.signer(who);
    }
}
