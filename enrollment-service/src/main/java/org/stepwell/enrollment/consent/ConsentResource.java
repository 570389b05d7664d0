package org.stepwell.enrollment.consent;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.seal.Seal;

/** Revoking what was signed. */
@Path("consents")
class ConsentResource {

    private final Consents consents;
    private final Seal seal;
    private final Access access;
    private final Clock clock;

    ConsentResource(Consents consents, Seal seal, Access access, Clock clock) {
        this.consents = consents;
        this.seal = seal;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Path("{consent}/revocation")
    @Transactional
    @Guard(Policy.CONSENT_REVOKED)
    @Operation(summary = "Revoke a consent, by the patient or staff")
    public RestResponse<ConsentView> revoke(ConsentId consent) {
        var found = consents.of(consent);
        access.to(found.patient());
        found.revoke(clock.instant());
        consents.flush();
        return Answers.versioned(ConsentView.of(found, seal), found.version());
    }
}
