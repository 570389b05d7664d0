package org.stepwell.enrollment.consent;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.Seal;

/** A patient's consents: signed and read. */
@Path("patients")
class PatientConsentResource {

    private final Consents consents;
    private final Patients patients;
    private final Seal seal;
    private final Access access;
    private final Clock clock;

    PatientConsentResource(Consents consents, Patients patients, Seal seal, Access access, Clock clock) {
        this.consents = consents;
        this.patients = patients;
        this.seal = seal;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "ConsentForm")
    record Form(
            @Schema(examples = "TREATMENT") @NotNull Consent.Kind kind,

            @Schema(examples = "Maya Lindqvist", description = "who signed; kept sealed") @NotBlank @Size(max = 200)
            String signer,

            @Schema(examples = "SELF") @NotNull Consent.Relationship relationship,
            @Schema(examples = "ELECTRONIC") @NotNull Consent.Method method,

            @Schema(description = "now where it is missing") @Nullable
            Instant signedAt) {}

    @POST
    @Path("{patient}/consents")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Record a signed consent")
    public RestResponse<ConsentView> sign(PatientId patient, @NotNull @Valid Form form) {
        patients.mustKnow(patient);
        var now = clock.instant();
        var id = new ConsentId(Uuid7.next());
        var signature = new Consent.Signature(
                seal.seal(ClinicContext.clinic(), ConsentView.purpose(id), form.signer()),
                form.relationship(),
                form.method(),
                form.signedAt() == null ? now : form.signedAt());
        var consent = new Consent(id, patient, form.kind(), signature, now);
        consents.persistAndFlush(consent);
        return Answers.created(ConsentView.of(consent, seal), "consents/" + id, consent.version());
    }

    @GET
    @Path("{patient}/consents")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's consents, oldest first")
    public RestResponse<Page<ConsentView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        patients.mustKnow(patient);
        access.to(patient);
        return Page.of(consents.page(patient, page), page, consent -> ConsentView.of(consent, seal), Consent::id, uri);
    }
}
