package org.stepwell.enrollment.consent;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.time.Due;

/** One consent: signed, read as signed, and taken back. */
@Path("consents")
class ConsentResource {

    private final Consents consents;
    private final SignConsent signing;
    private final Register register;
    private final SealedJson sealed;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Due due;
    private final ConsentDocuments documents;
    private final Clock clock;

    ConsentResource(
            Consents consents,
            SignConsent signing,
            Register register,
            SealedJson sealed,
            ClinicDirectory clinics,
            Access access,
            Due due,
            ConsentDocuments documents,
            Clock clock) {
        this.consents = consents;
        this.signing = signing;
        this.register = register;
        this.sealed = sealed;
        this.clinics = clinics;
        this.access = access;
        this.due = due;
        this.documents = documents;
        this.clock = clock;
    }

    @POST
    @Path("{consent}/signature")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Sign a draft; it is in force from now on")
    public RestResponse<ConsentView> sign(ConsentId consent, @NotNull @Valid ConsentForm.SignatureForm form) {
        var found = consents.of(consent);
        access.to(found.patient());
        signing.sign(found, form, "");
        return view(found);
    }

    @GET
    @Path("{consent}")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One consent, and where it is in force")
    public RestResponse<ConsentView> read(ConsentId consent) {
        var found = consents.of(consent);
        access.to(found.patient());
        return view(found);
    }

    @GET
    @Path("{consent}/document")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "The document as it was signed, to read and to print")
    public ConsentDocuments.Document document(ConsentId consent) {
        var found = consents.of(consent);
        access.to(found.patient());
        return documents.of(consent).orElseThrow(NotFoundException::new);
    }

    /** How staff heard of it. */
    @Schema(name = "ConsentRevocationForm")
    record RevocationForm(
            @Schema(examples = "WRITTEN") @NotNull Consent.Revocation how) {}

    @POST
    @Path("{consent}/revocation")
    @Transactional
    @Guard(Policy.RIGHTS_EXERCISED)
    @Operation(
            summary = "Revoke a consent, by the patient or by staff who take their word",
            description = "Staff say whether it was spoken or written; without a body it was spoken. What patients"
                    + " revoke themselves is revoked in the app.")
    public RestResponse<ConsentView> revoke(ConsentId consent, @Nullable @Valid RevocationForm form) {
        var found = consents.of(consent);
        access.to(found.patient());
        var now = clock.instant();
        found.revoke(how(form), clinics.zone(), now);
        return ended(found);
    }

    private Consent.Revocation how(@Nullable RevocationForm form) {
        if (access.byPatient()) {
            return Consent.Revocation.IN_THE_APP;
        }
        var said = form == null ? Consent.Revocation.SPOKEN : form.how();
        if (said == Consent.Revocation.IN_THE_APP) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "In the app patients revoke themselves. Say how you heard of it.",
                    List.of(new FieldError("/how", "SPOKEN or WRITTEN")));
        }
        return said;
    }

    @POST
    @Path("{consent}/ending")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Say that what a consent ends with has come, such as the end of a proceeding")
    public RestResponse<ConsentView> end(ConsentId consent) {
        var found = consents.of(consent);
        access.to(found.patient());
        found.hasEnded(clock.instant());
        return ended(found);
    }

    private RestResponse<ConsentView> ended(Consent consent) {
        due.cancel(EndedConsents.KIND, consent.id());
        consents.flush();
        if (consent.kind().disclosure()) {
            register.tell(consent.patient(), List.of(consent), clock.instant());
        }
        return view(consent);
    }

    private RestResponse<ConsentView> view(Consent consent) {
        var view = ConsentView.of(consent, sealed, register.inForce(List.of(consent)));
        return Answers.versioned(view, consent.version());
    }
}
