package org.stepwell.therapy.naloxone;

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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.roster.Episodes;

/** To a patient, naloxone was offered. */
@Path("episodes/{episode}/naloxone-offers")
@Produces(MediaType.APPLICATION_JSON)
class NaloxoneResource {

    private final NaloxoneOffers offers;
    private final Naloxone naloxone;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    NaloxoneResource(NaloxoneOffers offers, Naloxone naloxone, Episodes episodes, Access access, Clock clock) {
        this.offers = offers;
        this.naloxone = naloxone;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** What came of it. */
    @Schema(name = "NaloxoneOfferForm")
    record NaloxoneForm(
            @NotNull NaloxoneAnswer answer,

            @Schema(description = "today where it is left out") @Nullable
            LocalDate date) {}

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Record that naloxone was offered to the patient, and what they said",
            description =
                    "Until it is, whoever has an opioid use disorder is somebody's task: in each stay, and again after an opioid"
                            + " that nobody expected.")
    @APIResponseSchema(value = NaloxoneView.class, responseCode = "201")
    public RestResponse<NaloxoneView> record(EpisodeId episode, @NotNull @Valid NaloxoneForm form) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var now = clock.instant();
        var offer = new NaloxoneOffer(Uuid7.next(), stay, form.answer(), form.date(), access.staff(), now);
        offers.persistAndFlush(offer);
        naloxone.changed(stay.patient(), now);
        return Answers.created(offer.view(), "episodes/%s/naloxone-offers".formatted(episode), 0);
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read when naloxone was offered to the patient, in this stay or another, newest last")
    public RestResponse<Page<NaloxoneView>> list(
            EpisodeId episode, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var patient = episodes.stay(episode).patient();
        access.to(patient);
        return Page.of(
                offers.of(patient, page.after(), page.fetch()), page, NaloxoneOffer::view, NaloxoneOffer::id, uri);
    }
}
