package org.stepwell.aftercare.transition;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** The HTTP door to the end of aftercare. */
@Path("plans/{plan}/closing")
@Guard(Policy.CARE_TEAM_TREATS)
class ClosingResource {

    private final ClosePlan closePlan;
    private final FindPlan plans;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    ClosingResource(ClosePlan closePlan, FindPlan plans, Access access, Caller caller, Clock clock) {
        this.closePlan = closePlan;
        this.plans = plans;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "PlanClosingForm")
    record Form(
            @Schema(
                    description =
                            "COMPLETED, DECLINED, UNREACHABLE, MOVED or DECEASED; the others follow from enrollment",
                    examples = "COMPLETED")
            @NotNull
            ClosingReason reason) {}

    @Schema(name = "PlanClosingView")
    record View(AftercarePlanId plan, ClosingReason reason, Instant closedAt) {}

    @POST
    @Transactional
    @Operation(
            summary = "Close an active plan: check-ins end, and what was still to come is withdrawn",
            description =
                    "That somebody is UNREACHABLE is a supervisor's to say, from the thirtieth day on after the first"
                            + " check-in that did not come.")
    public View close(AftercarePlanId plan, @NotNull @Valid Form form) {
        access.to(plans.patientOf(plan));
        var now = clock.instant();
        closePlan.end(plan, form.reason(), caller.roles(), now);
        return new View(plan, form.reason(), now);
    }
}
