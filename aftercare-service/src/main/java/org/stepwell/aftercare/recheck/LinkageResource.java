package org.stepwell.aftercare.recheck;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The HTTP door to the offers of treatment. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CLINICAL_READS)
class LinkageResource {

    private final Linkages linkages;
    private final RecheckTasks tasks;
    private final FindPlan plans;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    LinkageResource(Linkages linkages, RecheckTasks tasks, FindPlan plans, Access access, Outbox outbox, Clock clock) {
        this.linkages = linkages;
        this.tasks = tasks;
        this.plans = plans;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Schema(name = "LinkageOutcomeForm")
    record OutcomeForm(@NotNull Linkage.Outcome outcome) {}

    @GET
    @Path("plans/{plan}/linkages")
    @Transactional
    @Operation(summary = "The offers of treatment in a plan, and how far each has come")
    public RestResponse<Page<LinkageView>> ofPlan(
            AftercarePlanId plan, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(plans.patientOf(plan));
        return Page.of(linkages.ofPlan(plan, page.after(), page.fetch()), page, LinkageView::of, Linkage::id, uri);
    }

    @GET
    @Path("linkages/{linkage}")
    @Transactional
    @Operation(summary = "An offer of treatment")
    public RestResponse<LinkageView> one(LinkageId linkage) {
        var found = linkages.of(linkage);
        access.to(found.of().patient());
        return Answers.versioned(LinkageView.of(found), found.version());
    }

    @POST
    @Path("linkages/{linkage}/outcome")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Record what came of an offer of treatment",
            description =
                    "Whoever accepts it is recommended to intake for readmission. Nobody is admitted against their will.")
    public RestResponse<LinkageView> settle(LinkageId linkage, @NotNull @Valid OutcomeForm form) {
        var plan = linkages.of(linkage).of();
        access.to(plan.patient());
        plans.keep(plan.id());
        var found = linkages.locked(linkage);
        var now = clock.instant();
        found.settle(form.outcome(), now).ifPresent(outbox::append);
        tasks.settled(found, now);
        linkages.flush();
        return Answers.versioned(LinkageView.of(found), found.version());
    }
}
