package org.stepwell.enrollment.coverage;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;

/** What a payer approves under a coverage. */
@Path("coverages/{coverage}/authorizations")
@Produces(MediaType.APPLICATION_JSON)
class CoverageAuthorizationResource {

    private final Coverages coverages;
    private final Authorizations authorizations;
    private final WatchedAuthorizations watched;
    private final ShownAuthorizations shown;
    private final Access access;
    private final Clock clock;

    CoverageAuthorizationResource(
            Coverages coverages,
            Authorizations authorizations,
            WatchedAuthorizations watched,
            ShownAuthorizations shown,
            Access access,
            Clock clock) {
        this.coverages = coverages;
        this.authorizations = authorizations;
        this.watched = watched;
        this.shown = shown;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Enter what a payer approved in advance, from the letter",
            description = "Where it holds for today and is not used up, it settles the stop NO_AUTHORIZATION.")
    @APIResponseSchema(value = AuthorizationView.class, responseCode = "201")
    public RestResponse<AuthorizationView> enter(CoverageId coverage, @NotNull @Valid AuthorizationForm form) {
        var found = coverages.lockedOf(coverage);
        access.to(found.patient());
        found.mustStand();
        var id = new AuthorizationId(Uuid7.next());
        var now = clock.instant();
        var authorization = new Authorization(
                found,
                form.approved(id),
                authorizations.seal(id, form.reference().strip()),
                ClinicContext.current().orElseThrow().actor(),
                now);
        authorizations.keep(authorization);
        watched.changed(authorization, now);
        return Answers.created(shown.of(authorization), "authorizations/" + id, authorization.version());
    }
}
