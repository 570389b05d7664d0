package org.stepwell.enrollment.partner;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AgreementId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** What is agreed with a partner: without it, the partner's service accounts do nothing. */
@Path("partners/{partner}/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PARTNERS_ADMITTED)
class AgreementResource {

    private static final String WORDS = "agreement-words";

    private final Partners partners;
    private final Agreements agreements;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Clock clock;

    AgreementResource(
            Partners partners, Agreements agreements, ClinicDirectory clinics, SealedJson sealed, Clock clock) {
        this.partners = partners;
        this.agreements = agreements;
        this.clinics = clinics;
        this.sealed = sealed;
        this.clock = clock;
    }

    @Schema(name = "AgreementForm")
    record Form(
            @Schema(
                    description = "who signed for the partner; kept sealed",
                    examples = "Dr. Ruth Park, medical director")
            @NotBlank
            @Size(max = 200)
            String signedBy,

            @Schema(description = "where it is filed; kept sealed", examples = "Partners 2026-14")
            @NotBlank
            @Size(max = 200)
            String reference,

            @Schema(description = "what it lets the partner do", examples = "[\"REFER\", \"READ_PLACES\"]") @NotEmpty
            Set<@NotNull AgreementLets> lets,

            @Schema(examples = "2026-01-01") @NotNull LocalDate firstDay,
            @Schema(examples = "2027-12-31") @NotNull LocalDate lastDay) {}

    @Schema(name = "AgreementView")
    record View(
            AgreementId id,
            PartnerId partner,

            @Schema(examples = "Dr. Ruth Park, medical director")
            String signedBy,

            @Schema(examples = "Partners 2026-14") String reference,
            Set<AgreementLets> lets,
            LocalDate firstDay,
            LocalDate lastDay,

            @Schema(description = "today, where the clinic is")
            Agreement.Standing standing,

            @Nullable Instant endedAt) {}

    @POST
    @Transactional
    @Operation(summary = "Keep what is agreed with a partner")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> keep(PartnerId partner, @NotNull @Valid Form form) {
        partners.of(partner).mustGoOn();
        var id = new AgreementId(Uuid7.next());
        var words = sealed.seal(WORDS, id.value(), new Agreement.Words(form.signedBy(), form.reference()));
        var agreement = new Agreement(id, partner, words, form.lets(), form.firstDay(), form.lastDay());
        agreements.persistAndFlush(agreement);
        return Answers.created(
                view(agreement), "partners/%s/agreements/%s".formatted(partner, id), agreement.version());
    }

    @GET
    @Transactional
    @Operation(summary = "What was agreed with a partner, oldest first")
    public RestResponse<Page<View>> list(PartnerId partner, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        partners.of(partner);
        return Page.of(agreements.page(partner, page), page, this::view, Agreement::id, uri);
    }

    @GET
    @Path("{agreement}")
    @Transactional
    @Operation(summary = "One agreement with a partner")
    public RestResponse<View> read(PartnerId partner, AgreementId agreement) {
        var found = agreements.of(partner, agreement);
        return Answers.versioned(view(found), found.version());
    }

    @POST
    @Path("{agreement}/ending")
    @Transactional
    @Operation(summary = "End an agreement before its last day; the partner's next request is refused")
    public RestResponse<View> end(PartnerId partner, AgreementId agreement) {
        var found = agreements.lockedOf(partner, agreement);
        found.end(clock.instant());
        agreements.flush();
        return Answers.versioned(view(found), found.version());
    }

    private View view(Agreement agreement) {
        var words = sealed.open(WORDS, agreement.id().value(), agreement.sealedWords(), Agreement.Words.class);
        return new View(
                agreement.id(),
                agreement.partner(),
                words.signedBy(),
                words.reference(),
                agreement.lets(),
                agreement.firstDay(),
                agreement.lastDay(),
                agreement.standing(LocalDate.ofInstant(clock.instant(), clinics.zone())),
                agreement.endedAt());
    }
}
