package org.stepwell.aftercare.handoff;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** The HTTP door to what therapy handed over with a plan's patient. */
@Path("plans/{plan}/hand-off")
@Guard(Policy.CLINICAL_READS)
class HandOffResource {

    private final HandOffs handOffs;
    private final FindPlan plans;
    private final Access access;

    HandOffResource(HandOffs handOffs, FindPlan plans, Access access) {
        this.handOffs = handOffs;
        this.plans = plans;
        this.access = access;
    }

    @GET
    @Transactional
    @Operation(
            summary = "What the discharge summary of the plan's episode says in codes",
            description = "404 until it is signed in therapy.")
    public HandOffView read(
            AftercarePlanId plan,
            @QueryParam("episode")
                    @Parameter(description = "one that the plan followed before a readmission; its own where left out")
                    @Nullable
                    EpisodeId earlier) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        return handOffs.of(earlier == null ? plans.episodeOf(plan) : earlier)
                .filter(said -> said.patient().equals(patient))
                .map(HandOffView::of)
                .orElseThrow(NotFoundException::new);
    }
}
