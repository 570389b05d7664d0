package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.StaffMembers;

/** Who may sign which plan, and by which credentials. */
@Singleton
class PlanSigners {

    private final StaffMembers staff;
    private final IndependentStaff independent;

    PlanSigners(StaffMembers staff, IndependentStaff independent) {
        this.staff = staff;
        this.independent = independent;
    }

    /** Refuses a plan that lacks something, or names somebody who does not work here any more. */
    void mustBeComplete(PlanContent plan, LocalDate today) {
        PlanGaps.mustBeNone(plan, today, staff.workingHere(plan.responsible()));
    }

    /** Somebody signs. */
    Signer of(StaffId who) {
        var credentials = independent.of(who);
        return new Signer(who, credentials.held(), credentials.independent());
    }
}
