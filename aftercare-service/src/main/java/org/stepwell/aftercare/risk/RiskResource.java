package org.stepwell.aftercare.risk;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The HTTP door to somebody's relapse risk. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CLINICAL_READS)
class RiskResource {

    private final RelapseRisks risks;
    private final FindPlan plans;
    private final Access access;

    RiskResource(RelapseRisks risks, FindPlan plans, Access access) {
        this.risks = risks;
        this.plans = plans;
        this.access = access;
    }

    @GET
    @Path("plans/{plan}/risk")
    @Transactional
    @Operation(
            summary = "The relapse risk of next week, with every factor and its points",
            description =
                    "It helps to see whom to reach out to first. Nothing is given, refused or ended because of it.")
    public RiskView newest(AftercarePlanId plan) {
        access.to(plans.patientOf(plan));
        return risks.newest(plan, null).map(RiskView::of).orElseGet(() -> RiskView.nothingYet(plan));
    }

    @GET
    @Path("plans/{plan}/risks")
    @Transactional
    @Operation(summary = "The relapse risk of a plan, week by week as it was said then")
    public RestResponse<Page<RiskView>> ofPlan(
            AftercarePlanId plan, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(plans.patientOf(plan));
        return Page.of(risks.ofPlan(plan, page.after(), page.fetch()), page, RiskView::of, RelapseRisk::id, uri);
    }
}
