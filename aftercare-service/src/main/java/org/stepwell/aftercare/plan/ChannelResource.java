package org.stepwell.aftercare.plan;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** The HTTP door to what a patient agreed to be asked by. */
@Path("plans/{plan}/channels")
@Produces(MediaType.APPLICATION_JSON)
class ChannelResource {

    private final ChangePlan change;
    private final FindPlan plans;
    private final Access access;
    private final Clock clock;

    ChannelResource(ChangePlan change, FindPlan plans, Access access, Clock clock) {
        this.change = change;
        this.plans = plans;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "AftercareChannelsForm")
    record Form(
            @NotNull @Schema(description = "all of them; none where the patient wants to be asked by no way")
            Set<@NotNull Channel> channels) {}

    @Schema(name = "AftercareChannelsView")
    record View(
            AftercarePlanId plan,
            Set<Channel> channels,
            Instant agreedAt,

            @Schema(description = "to whom of the staff; missing where the patient wrote it down") @Nullable
            StaffId writtenBy) {}

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say by which ways the patient agrees to be asked how they are",
            description = "How they are reached without harm is said in enrollment, and holds besides.")
    public RestResponse<View> agree(
            AftercarePlanId plan, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        access.to(plans.patientOf(plan));
        var writtenBy = access.byPatient() ? null : access.staff();
        var now = clock.instant();
        var changed = change.isAskedBy(plan, form.channels(), writtenBy, version, now);
        return Answers.versioned(new View(plan, form.channels(), now, writtenBy), changed.version());
    }
}
