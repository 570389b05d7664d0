package org.stepwell.enrollment.waiting;

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
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.episode.PassedOver;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;

/** Places that are offered to somebody who waits. */
@Path("episodes/{episode}/offers")
@Produces(MediaType.APPLICATION_JSON)
class EpisodeOfferResource {

    private final Episodes episodes;
    private final Offers offers;
    private final MakeOffer making;
    private final Access access;
    private final Clock clock;

    EpisodeOfferResource(Episodes episodes, Offers offers, MakeOffer making, Access access, Clock clock) {
        this.episodes = episodes;
        this.offers = offers;
        this.making = making;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "OfferForm")
    record Form(
            @Schema(description = "until when the place is kept; two days, unless said") @Nullable
            Instant answerBy,

            @Schema(description = "where somebody else is next: why they are passed over") @Nullable
            PassedOver passedOver) {}

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Offer a free place to somebody who waits",
            description = "It is kept for them until they answer, or the time is over.")
    @APIResponseSchema(value = OfferView.class, responseCode = "201")
    public RestResponse<OfferView> offer(EpisodeId episode, @NotNull @Valid Form form) {
        var patient = episodes.patientOf(episode);
        access.to(patient);
        var place = episodes.lockedWaiting(episode)
                .orElseThrow(() -> new Refusal(OfferRule.OFFERED_TO_WHO_WAITS, "This patient does not wait any more."));
        var offer = making.make(episode, place, form.answerBy(), form.passedOver(), clock.instant());
        return Answers.created(OfferView.of(offer), "offers/" + offer.id(), offer.version());
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "What was offered, oldest first, and the answers")
    public RestResponse<Page<OfferView>> list(
            EpisodeId episode, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(episodes.patientOf(episode));
        return Page.of(offers.page(episode, page), page, OfferView::of, Offer::id, uri);
    }
}
