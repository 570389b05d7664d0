package org.stepwell.enrollment.consent;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** A patient's consents: drafted and read. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
class PatientConsentResource {

    private final Consents consents;
    private final SignConsent signing;
    private final Register register;
    private final SealedJson sealed;
    private final Access access;

    PatientConsentResource(
            Consents consents, SignConsent signing, Register register, SealedJson sealed, Access access) {
        this.consents = consents;
        this.signing = signing;
        this.register = register;
        this.sealed = sealed;
        this.access = access;
    }

    @POST
    @Path("{patient}/consents")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Draft a consent; with its signature it is in force at once",
            description = "A consent to disclosure is signed once it has all elements of 42 CFR 2.31(a).")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public RestResponse<ConsentView> draft(PatientId patient, @NotNull @Valid ConsentForm form) {
        access.to(patient);
        var id = new ConsentId(Uuid7.next());
        var opens = form.terms();
        @Nullable String words = opens == null ? null : sealed.seal("consent-words", id.value(), opens.words());
        var consent = new Consent(id, patient, form.kind(), opens == null ? null : opens.terms(), words);
        consents.persist(consent);
        if (form.signature() != null) {
            signing.sign(consent, form.signature(), "/signature");
        }
        consents.flush();
        var view = ConsentView.of(consent, sealed, register.inForce(List.of(consent)));
        return Answers.created(view, "consents/" + id, consent.version());
    }

    @GET
    @Path("{patient}/consents")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's consents, oldest first, and where they are in force")
    public RestResponse<Page<ConsentView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var found = consents.page(patient, page);
        var inForce = register.inForce(found);
        return Page.of(found, page, consent -> ConsentView.of(consent, sealed, inForce), Consent::id, uri);
    }
}
