package org.stepwell.enrollment.coverage;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** All that a patient's payers approved. */
@Path("patients/{patient}/authorizations")
class PatientAuthorizationResource {

    private final Authorizations authorizations;
    private final ShownAuthorizations shown;
    private final Access access;

    PatientAuthorizationResource(Authorizations authorizations, ShownAuthorizations shown, Access access) {
        this.authorizations = authorizations;
        this.shown = shown;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's authorizations, oldest first, and how much of each is used")
    public RestResponse<Page<AuthorizationView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(shown.of(authorizations.page(patient, page)), page, view -> view, AuthorizationView::id, uri);
    }
}
