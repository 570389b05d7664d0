package org.stepwell.enrollment.authority;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosureBasis;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** Agreements and court orders, and what is disclosed under them. */
@Path("authorities")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PRIVACY_OFFICER_DECIDES)
class AuthorityResource {

    private final Authorities authorities;
    private final Patients patients;
    private final MergedPatients merged;
    private final Disclosures disclosures;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Clock clock;

    AuthorityResource(
            Authorities authorities,
            Patients patients,
            MergedPatients merged,
            Disclosures disclosures,
            ClinicDirectory clinics,
            SealedJson sealed,
            Clock clock) {
        this.authorities = authorities;
        this.patients = patients;
        this.merged = merged;
        this.disclosures = disclosures;
        this.clinics = clinics;
        this.sealed = sealed;
        this.clock = clock;
    }

    @Schema(name = "AuthorityForm")
    record Form(
            @Schema(
                    examples = "QUALIFIED_SERVICE_ORGANIZATION",
                    description = "QUALIFIED_SERVICE_ORGANIZATION, AUDIT_AND_EVALUATION or COURT_ORDER")
            @NotNull
            DisclosureBasis kind,

            @Schema(examples = "Northside Laboratory", description = "the organization, or the court; kept sealed")
            @NotBlank
            @Size(max = 200)
            String party,

            @Schema(examples = "QSOA 2026-14", description = "where it is filed; kept sealed")
            @NotBlank
            @Size(max = 200)
            String reference,

            @Schema(examples = "2026-01-01") @NotNull LocalDate firstDay,
            @Schema(examples = "2027-12-31") @Nullable LocalDate lastDay,
            @NotNull @Valid AuthorityTerms terms) {}

    @Schema(name = "AuthorityView")
    record View(
            AuthorityId id,
            DisclosureBasis kind,
            String party,
            String reference,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            AuthorityTerms terms,
            @Nullable Instant endedAt) {}

    @Schema(name = "AuthorityDisclosureForm")
    record DisclosureForm(
            @NotNull PatientId patient,
            @NotEmpty @Size(max = 20) Set<@NotNull DataCategory> categories,
            @Schema(examples = "SECURE_MESSAGE") @NotNull Channel channel) {}

    @Schema(name = "AuthorityDisclosureView")
    record DisclosureView(UUID disclosure, PatientId patient, DisclosureBasis basis, Instant at) {
        static DisclosureView of(DisclosureMade made) {
            return new DisclosureView(made.disclosure(), made.patient(), made.basis(), made.at());
        }
    }

    @POST
    @Transactional
    @Operation(
            summary = "Keep an agreement or court order",
            description =
                    "With all that the law asks for: a service organization 42 CFR 2.11, an audit 2.53, an order 2.61"
                            + " to 2.66. A subpoena alone is refused.")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> keep(@NotNull @Valid Form form) {
        var id = new AuthorityId(Uuid7.next());
        var words = sealed.seal("authority-words", id.value(), new Authority.Words(form.party(), form.reference()));
        var authority = new Authority(id, form.kind(), form.terms(), words, form.firstDay(), form.lastDay(), today());
        if (form.terms().patient() != null) {
            patients.mustGoOn(form.terms().patient());
        }
        authorities.persistAndFlush(authority);
        return Answers.created(view(authority), "authorities/" + id, authority.version());
    }

    @GET
    @Transactional
    @Operation(summary = "Agreements and court orders, oldest first")
    public RestResponse<Page<View>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(authorities.page(page), page, this::view, Authority::id, uri);
    }

    @GET
    @Path("{authority}")
    @Transactional
    @Operation(summary = "One agreement or court order")
    public RestResponse<View> read(AuthorityId authority) {
        var found = authorities.of(authority);
        return Answers.versioned(view(found), found.version());
    }

    @POST
    @Path("{authority}/ending")
    @Transactional
    @Operation(summary = "End an agreement or order before its last day")
    public RestResponse<View> end(AuthorityId authority) {
        var found = authorities.of(authority);
        found.end(clock.instant());
        authorities.flush();
        return Answers.versioned(view(found), found.version());
    }

    @POST
    @Path("{authority}/disclosures")
    @Transactional
    @StepUp
    @Discloses
    @Operation(summary = "Disclose something under it; the patient's ledger says so")
    @APIResponseSchema(value = DisclosureView.class, responseCode = "201")
    public RestResponse<DisclosureView> disclose(AuthorityId authority, @NotNull @Valid DisclosureForm form) {
        patients.mustGoOn(form.patient());
        var found = authorities.heldOf(authority);
        var today = today();
        var ask = found.ask(form.patient(), form.categories());
        var made = disclosures.withoutConsent(
                ask,
                form.channel(),
                found.kind(),
                authority,
                () -> found.mustOpen(ask, merged.allOf(form.patient()), form.channel(), today));
        return RestResponse.status(RestResponse.Status.CREATED, DisclosureView.of(made));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.zone());
    }

    private View view(Authority authority) {
        var words = authorities.words(authority);
        return new View(
                authority.id(),
                authority.kind(),
                words.party(),
                words.reference(),
                authority.firstDay(),
                authority.lastDay(),
                authority.terms(),
                authority.endedAt());
    }
}
