package org.stepwell.enrollment.coverage;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** One coverage. */
@Path("coverages/{coverage}")
class CoverageResource {

    private final Coverages coverages;
    private final ChangedCoverage changed;
    private final Withdrawals withdrawals;
    private final Access access;
    private final Clock clock;

    CoverageResource(
            Coverages coverages, ChangedCoverage changed, Withdrawals withdrawals, Access access, Clock clock) {
        this.coverages = coverages;
        this.changed = changed;
        this.withdrawals = withdrawals;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One coverage")
    public RestResponse<CoverageView> read(CoverageId coverage) {
        var found = coverages.of(coverage);
        access.to(found.patient());
        return show(found);
    }

    @PUT
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Correct a coverage, or say when it ends")
    public RestResponse<CoverageView> change(
            CoverageId coverage,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid CoverageForm form) {
        var found = coverages.of(coverage);
        access.to(found.patient());
        IfMatch.require(version, found.version());
        found.mustStand();
        var terms = form.terms("");
        coverages.mustBeTheOnlyOne(found.patient(), coverage, terms);
        boolean anew = found.wouldMoveBy(terms);
        found.change(terms, coverages.seal(coverage, form.words("")));
        coverages.flush();
        changed.of(found.patient(), anew, clock.instant());
        return show(found);
    }

    @POST
    @Path("withdrawal")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Take back a coverage that was entered by mistake",
            description =
                    "With what was approved under it. One that held and ended is no mistake: say its last day. Refused as long as"
                            + " its payer has a line.")
    public RestResponse<CoverageView> withdraw(CoverageId coverage, @NotNull @Valid Withdrawals.Form form) {
        var found = coverages.lockedOf(coverage);
        access.to(found.patient());
        withdrawals.withdraw(found, form);
        return show(found);
    }

    private RestResponse<CoverageView> show(Coverage coverage) {
        return Answers.versioned(CoverageView.of(coverage, coverages.words(coverage)), coverage.version());
    }
}
