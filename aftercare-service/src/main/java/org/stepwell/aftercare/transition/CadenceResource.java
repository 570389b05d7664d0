package org.stepwell.aftercare.transition;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.plan.ChangePlan;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.plan.Pace;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** The HTTP door to how often somebody is asked. */
@Path("plans/{plan}/cadence")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CARE_TEAM_TREATS)
class CadenceResource {

    private final ChangePlan change;
    private final WeeklyCheckIns checkIns;
    private final FindPlan plans;
    private final Access access;
    private final ClinicDirectory clinics;
    private final Clock clock;

    CadenceResource(
            ChangePlan change,
            WeeklyCheckIns checkIns,
            FindPlan plans,
            Access access,
            ClinicDirectory clinics,
            Clock clock) {
        this.change = change;
        this.checkIns = checkIns;
        this.plans = plans;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "CadenceForm")
    record Form(
            @NotNull Pace pace,

            @NotBlank @Size(max = 1000) @Schema(examples = "Two hard weeks; she asked for a call each week.")
            String reason) {}

    @Schema(name = "CadenceView")
    record View(
            AftercarePlanId plan,
            Pace pace,

            @Schema(description = "when the patient is asked next; missing where nobody asks any more") @Nullable
            LocalDate nextDueOn) {}

    @PUT
    @Transactional
    @Operation(
            summary = "Set how often the patient is asked, and say why",
            description =
                    "A quicker pace brings the next check-in forward; a slower one begins after the next. BY_TIME goes back to the"
                            + " clinic's settings.")
    public RestResponse<View> set(
            AftercarePlanId plan, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        access.to(plans.patientOf(plan));
        var now = clock.instant();
        var said = new ChangePlan.Said(form.reason(), access.staff(), now);
        var active = change.asksAt(plan, form.pace(), said, version);
        var next = checkIns.paceChanged(active, LocalDate.ofInstant(now, clinics.zone()));
        return Answers.versioned(new View(plan, form.pace(), next.orElse(null)), change.versionOf(plan));
    }
}
