package org.stepwell.enrollment.renewal;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.enrollment.coverage.ShownAuthorizations;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;

/** What is put together to ask a payer for more. */
@Path("authorizations/{authorization}/renewal-packet")
@Guard(Policy.CLINICAL_READS)
class RenewalResource {

    private final ShownAuthorizations authorizations;
    private final DraftRenewal draft;
    private final Access access;

    RenewalResource(ShownAuthorizations authorizations, DraftRenewal draft, Access access) {
        this.authorizations = authorizations;
        this.draft = draft;
        this.access = access;
    }

    @GET
    @Transactional
    @Operation(
            summary = "A draft of the renewal: diagnoses, attendance, measures, where the plan stands, what is missing",
            description = "Nothing leaves by reading it. Intake has it printed, as far as a consent opens it.")
    public RenewalPacket read(AuthorizationId authorization) {
        return drafted(authorization);
    }

    @GET
    @Path("missing")
    @Guard(Policy.CARE_TEAM_READS)
    @Transactional
    @Operation(
            summary = "What is still to be done before the payer is asked, and from which day on",
            description = "For whoever asks the payer: how much was attended, without measures and diagnoses.")
    public RenewalPacket.ToDo missing(AuthorizationId authorization) {
        return RenewalPacket.ToDo.of(drafted(authorization));
    }

    @POST
    @Path("printed")
    @Guard(Policy.STAFF_DISCLOSE)
    @Produces("text/html;charset=UTF-8")
    @Transactional
    @StepUp
    @Discloses({
        DataCategory.PRESENCE,
        DataCategory.DIAGNOSIS,
        DataCategory.ATTENDANCE,
        DataCategory.ASSESSMENT,
        DataCategory.PROGRESS,
        DataCategory.TREATMENT_PLAN,
        DataCategory.BILLING
    })
    @Operation(
            summary = "The renewal as a page for the payer",
            description =
                    "A disclosure: as far as the patient's consent opens it, with the notice and the consent's scope; the"
                            + " ledger says so.")
    public String print(AuthorizationId authorization) {
        var packet = drafted(authorization);
        return PrintedRenewal.of(packet, draft.permit(packet.authorization()));
    }

    private RenewalPacket drafted(AuthorizationId authorization) {
        access.to(authorizations.patientOf(authorization));
        return draft.of(authorizations.of(authorization));
    }
}
