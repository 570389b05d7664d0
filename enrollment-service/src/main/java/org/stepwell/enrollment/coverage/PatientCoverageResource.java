package org.stepwell.enrollment.coverage;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.enrollment.payer.Payer;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** By whom a patient is covered. */
@Path("patients/{patient}/coverages")
@Produces(MediaType.APPLICATION_JSON)
class PatientCoverageResource {

    private final Coverages coverages;
    private final Payers payers;
    private final ChangedCoverage changed;
    private final Access access;
    private final Clock clock;

    PatientCoverageResource(Coverages coverages, Payers payers, ChangedCoverage changed, Access access, Clock clock) {
        this.coverages = coverages;
        this.payers = payers;
        this.changed = changed;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "NewCoverageForm")
    record Form(@NotNull PayerId payer, @NotNull @Valid CoverageForm card) {}

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Enter a patient's coverage, from the card",
            description =
                    "A payer who approves care in advance and has approved none raises the stop NO_AUTHORIZATION.")
    @APIResponseSchema(value = CoverageView.class, responseCode = "201")
    public RestResponse<CoverageView> enter(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        known(form.payer()).mustGoOn("/payer");
        var id = new CoverageId(Uuid7.next());
        var card = form.card();
        var terms = card.terms("/card");
        var words = card.words("/card");
        coverages.mustBeTheOnlyOne(patient, id, terms);
        var coverage = new Coverage(id, patient, form.payer(), terms, coverages.seal(id, words));
        coverages.persistAndFlush(coverage);
        changed.of(patient, true, clock.instant());
        return Answers.created(CoverageView.of(coverage, words), "coverages/" + id, coverage.version());
    }

    private Payer known(PayerId payer) {
        return payers.findByIdOptional(payer)
                .orElseThrow(() -> new Refusal(
                        HttpRule.REFERENCE_UNKNOWN,
                        "There is no payer %s here.".formatted(payer),
                        List.of(new FieldError("/payer", "a payer of this clinic"))));
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's coverages, oldest first")
    public RestResponse<Page<CoverageView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(
                coverages.page(patient, page),
                page,
                coverage -> CoverageView.of(coverage, coverages.words(coverage)),
                Coverage::id,
                uri);
    }
}
