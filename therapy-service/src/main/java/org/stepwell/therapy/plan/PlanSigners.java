package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.StaffMembers;

/** Who may sign which plan, and by which credentials. */
@Singleton
class PlanSigners {

    private final StaffMembers staff;

    PlanSigners(StaffMembers staff) {
        this.staff = staff;
    }

    /** Refuses a plan that lacks something, or names somebody who does not work here any more. */
    void mustBeComplete(PlanContent plan, LocalDate today) {
        PlanGaps.mustBeNone(plan, today, staff.workingHere(plan.responsible()));
    }

    /** Somebody signs. */
    Signer of(StaffId who) {
        var credentials = staff.credentials(who).orElse(List.of());
        return new Signer(who, credentials, staff.independent(credentials));
    }
}
