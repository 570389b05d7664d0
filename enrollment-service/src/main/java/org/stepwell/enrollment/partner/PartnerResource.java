package org.stepwell.enrollment.partner;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.enrollment.inquiry.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** The houses and offices that send people. */
@Path("partners")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.ADMINISTRATORS_SET_UP)
class PartnerResource {

    private final Partners partners;
    private final EndOfPartnership ending;
    private final Outbox outbox;
    private final Clock clock;

    PartnerResource(Partners partners, EndOfPartnership ending, Outbox outbox, Clock clock) {
        this.partners = partners;
        this.ending = ending;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Schema(name = "PartnerForm")
    record Form(
            @Schema(examples = "HOSPITAL") @NotNull PartnerKind kind,

            @Schema(examples = "Harbor General Hospital") @NotBlank @Size(max = 200)
            String name,

            @Schema(examples = "12 Mill Street, Riverside") @Nullable @Size(max = 300)
            String address,

            @Schema(examples = "+1 555 0199") @Nullable @Pattern(regexp = Caller.PHONE)
            String phone) {
        Partner.Details details() {
            return new Partner.Details(kind, name.strip(), address, phone);
        }
    }

    @Schema(name = "PartnerView")
    record View(
            PartnerId id,
            PartnerKind kind,
            @Schema(examples = "Harbor General Hospital") String name,

            @Schema(examples = "12 Mill Street, Riverside") @Nullable
            String address,

            @Schema(examples = "+1 555 0199") @Nullable String phone,
            boolean active) {
        static View of(Partner partner) {
            return new View(
                    partner.id(), partner.kind(), partner.name(), partner.address(), partner.phone(), partner.active());
        }
    }

    @POST
    @Transactional
    @Operation(summary = "List a partner who sends people")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> add(@NotNull @Valid Form form) {
        var partner = new Partner(new PartnerId(Uuid7.next()), form.details());
        partners.persistAndFlush(partner);
        outbox.append(partner.said(clock.instant()));
        return Answers.created(View.of(partner), "partners/" + partner.id(), partner.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The clinic's partners")
    public RestResponse<Page<View>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(partners.page(page), page, View::of, Partner::id, uri);
    }

    @GET
    @Path("{partner}")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "One partner")
    public RestResponse<View> read(PartnerId partner) {
        return show(partners.of(partner));
    }

    @PUT
    @Path("{partner}")
    @Transactional
    @Operation(summary = "Correct a partner's name, address or phone")
    public RestResponse<View> correct(
            PartnerId partner, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var found = partners.of(partner);
        IfMatch.require(version, found.version());
        found.describe(form.details());
        outbox.append(found.said(clock.instant()));
        partners.flush();
        return show(found);
    }

    @POST
    @Path("{partner}/end")
    @Transactional
    @Operation(summary = "Work with a partner no more; what they sent stays, and their service accounts end")
    public RestResponse<View> end(PartnerId partner) {
        var found = partners.lockedOf(partner);
        found.end(clock.instant());
        outbox.append(found.said(clock.instant()));
        ending.ended(partner);
        partners.flush();
        return show(found);
    }

    private static RestResponse<View> show(Partner partner) {
        return Answers.versioned(View.of(partner), partner.version());
    }
}
