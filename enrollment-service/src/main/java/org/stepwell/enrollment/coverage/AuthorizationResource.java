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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** One authorization: what is approved, what is used, and what it said before. */
@Path("authorizations/{authorization}")
class AuthorizationResource {

    private final Authorizations authorizations;
    private final Coverages coverages;
    private final WatchedAuthorizations watched;
    private final Withdrawals withdrawals;
    private final ShownAuthorizations shown;
    private final Access access;
    private final Clock clock;

    AuthorizationResource(
            Authorizations authorizations,
            Coverages coverages,
            WatchedAuthorizations watched,
            Withdrawals withdrawals,
            ShownAuthorizations shown,
            Access access,
            Clock clock) {
        this.authorizations = authorizations;
        this.coverages = coverages;
        this.watched = watched;
        this.withdrawals = withdrawals;
        this.shown = shown;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One authorization, and how much of it is used")
    public RestResponse<AuthorizationView> read(AuthorizationId authorization) {
        var found = authorizations.of(authorization);
        access.to(found.patient());
        return Answers.versioned(shown.of(found), found.version());
    }

    @PUT
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Change an authorization as the payer changed it",
            description = "All of it is said again; what it said before is kept.")
    public RestResponse<AuthorizationView> change(
            AuthorizationId authorization,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid AuthorizationForm form) {
        var found = authorizations.lockedOf(authorization);
        access.to(found.patient());
        IfMatch.require(version, found.version());
        var now = clock.instant();
        found.change(
                coverages.of(found.coverage()),
                form.approved(authorization),
                authorizations.seal(authorization, form.reference().strip()),
                ClinicContext.current().orElseThrow().actor(),
                now);
        authorizations.keep(found);
        watched.changed(found, now);
        return Answers.versioned(shown.of(found), found.version());
    }

    @POST
    @Path("withdrawal")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Take back an authorization that was entered by mistake",
            description =
                    "What the payer changed is no mistake: say it anew. Refused as long as a line is billed with it.")
    public RestResponse<AuthorizationView> withdraw(
            AuthorizationId authorization, @NotNull @Valid Withdrawals.Form form) {
        var found = authorizations.lockedOf(authorization);
        access.to(found.patient());
        withdrawals.withdraw(found, form);
        return Answers.versioned(shown.of(found), found.version());
    }

    @GET
    @Path("versions")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "All that an authorization ever said, oldest first")
    public List<AuthorizationVersion> versions(AuthorizationId authorization) {
        access.to(authorizations.of(authorization).patient());
        return authorizations.versions(authorization);
    }
}
