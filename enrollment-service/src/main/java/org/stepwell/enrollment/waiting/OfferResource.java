package org.stepwell.enrollment.waiting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;

/** Offers, and their answers. */
@Path("offers/{offer}")
@Guard(Policy.PATIENT_DECIDES)
class OfferResource {

    private final Offers offers;
    private final EndedOffers ended;
    private final Access access;
    private final Clock clock;

    OfferResource(Offers offers, EndedOffers ended, Access access, Clock clock) {
        this.offers = offers;
        this.ended = ended;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "OfferRefusalForm")
    record RefusalForm(
            @Schema(examples = "ANOTHER_TIME_WANTED") @NotNull
            Offer.Refused because) {}

    @GET
    @Transactional
    @Operation(summary = "One offer")
    public RestResponse<OfferView> read(OfferId offer) {
        var found = offers.of(offer);
        access.to(found.patient());
        return Answers.versioned(OfferView.of(found), found.version());
    }

    @POST
    @Path("acceptance")
    @Transactional
    @Operation(summary = "Take the place; it is kept until the admission")
    public RestResponse<OfferView> accept(OfferId offer) {
        var found = changed(offer);
        found.accept(clock.instant());
        return answered(found);
    }

    @POST
    @Path("refusal")
    @Transactional
    @Operation(summary = "Do not take the place; whoever declines keeps waiting")
    public RestResponse<OfferView> decline(OfferId offer, @NotNull @Valid RefusalForm form) {
        var found = changed(offer);
        found.decline(form.because(), clock.instant());
        return answered(found);
    }

    @POST
    @Path("withdrawal")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Take an offer back, because the place is gone")
    public RestResponse<OfferView> withdraw(OfferId offer) {
        var found = changed(offer);
        found.withdraw(clock.instant());
        return answered(found);
    }

    private Offer changed(OfferId offer) {
        var found = offers.lockedOf(offer);
        access.to(found.patient());
        return found;
    }

    private RestResponse<OfferView> answered(Offer offer) {
        ended.answered(offer);
        offers.flush();
        return Answers.versioned(OfferView.of(offer), offer.version());
    }
}
