package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.modality.NeededCredentials;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.roster.Signer;
import org.stepwell.therapy.roster.StaffMembers;

/** Who may sign which plan, and by which credentials. */
@Singleton
class PlanSigners {

    private final StaffMembers staff;
    private final NeededCredentials needed;

    PlanSigners(StaffMembers staff, NeededCredentials needed) {
        this.staff = staff;
        this.needed = needed;
    }

    /**
     * Refuses a plan that lacks something, or names somebody who does not work here any more, or may not answer for it.
     *
     * @param before the objectives that stood in a version before
     */
    void mustBeComplete(PlanContent plan, Set<ObjectiveId> before, LocalDate today) {
        PlanGaps.mustBeNone(plan, before, today, new Crew(staff.workingHere(plan.responsible()), needed.now()));
    }

    /** Somebody signs. */
    Signer of(StaffId who) {
        return staff.signer(who);
    }
}
