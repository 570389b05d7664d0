package org.stepwell.enrollment.referral;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.seal.SealedJson;

/** Whom a referral is about, where the clinic knew them before. */
@Path("referrals/{referral}/patient")
@Guard(Policy.INTAKE_ENROLLS)
class ReferralPatientResource {

    private final Referrals referrals;
    private final TieReferral tying;
    private final SealedJson sealed;
    private final Access access;

    ReferralPatientResource(Referrals referrals, TieReferral tying, SealedJson sealed, Access access) {
        this.referrals = referrals;
        this.tying = tying;
        this.sealed = sealed;
        this.access = access;
    }

    @Schema(name = "ReferralPatientForm")
    record Form(
            @Schema(description = "whom the clinic knew already") @NotNull
            PatientId patient,

            @Schema(
                    description = "true once somebody asked them, where neither name nor phone is the patient's",
                    examples = "false")
            @Nullable
            Boolean asked) {}

    @PUT
    @Transactional
    @Operation(
            summary = "Whoever was sent is a patient whom the clinic knew already",
            description =
                    "Look first (patients/matches). Nobody is called back any more; what comes of it shows in stage.")
    public RestResponse<ReferralView> tie(
            ReferralId referral, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var found = referrals.lockedOf(referral);
        access.to(form.patient());
        IfMatch.require(version, found.version());
        tying.tie(found, form.patient(), Boolean.TRUE.equals(form.asked()));
        return Answers.versioned(ReferralView.of(found, referrals.courseOf(found), sealed), found.version());
    }
}
