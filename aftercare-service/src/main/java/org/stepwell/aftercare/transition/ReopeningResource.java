package org.stepwell.aftercare.transition;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.aftercare.plan.ChangePlan;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;

/** The HTTP door back into aftercare, which a patient opens alone. */
@Path("plans/{plan}/reopening")
@Guard(Policy.PATIENT_DECIDES)
class ReopeningResource {

    private final ChangePlan change;
    private final BeginPlan beginPlan;
    private final CameBack cameBack;
    private final FindPlan plans;
    private final Access access;
    private final ClinicDirectory clinics;
    private final Clock clock;

    ReopeningResource(
            ChangePlan change,
            BeginPlan beginPlan,
            CameBack cameBack,
            FindPlan plans,
            Access access,
            ClinicDirectory clinics,
            Clock clock) {
        this.change = change;
        this.beginPlan = beginPlan;
        this.cameBack = cameBack;
        this.plans = plans;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "PlanReopeningView")
    record View(AftercarePlanId plan, Instant reopenedAt) {}

    @POST
    @Transactional
    @Operation(
            summary = "Open a closed plan again: check-ins begin in a week, at the pace of a plan that begins",
            description =
                    "Whoever treats the patient is named in enrollment again, where the care team ended. Where the patient opens it alone,"
                            + " supervisors have a task.")
    public View reopen(AftercarePlanId plan) {
        access.to(plans.patientOf(plan));
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        var active = change.reopen(plan, today, now);
        beginPlan.begin(active, today, now);
        if (access.byPatient()) {
            cameBack.alone(active, now);
        }
        return new View(plan, now);
    }
}
