package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;

/** Whether a treatment goes on beyond the day it was meant to end; where it does not, its discharge is planned. */
@Path("episodes")
@Guard(Policy.CARE_TEAM_TREATS)
class StayReviewResource {

    private final Episodes episodes;
    private final StayReviews reviews;
    private final Access access;
    private final Outbox outbox;
    private final ClinicDirectory clinics;
    private final Clock clock;

    StayReviewResource(
            Episodes episodes,
            StayReviews reviews,
            Access access,
            Outbox outbox,
            ClinicDirectory clinics,
            Clock clock) {
        this.episodes = episodes;
        this.reviews = reviews;
        this.access = access;
        this.outbox = outbox;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "StayReviewForm")
    record Form(
            @Schema(examples = "2026-06-27", description = "when it is meant to end now") @NotNull
            LocalDate targetEnd,

            @Schema(examples = "GOALS_NOT_MET") @NotNull StayReason reason) {}

    @POST
    @Path("{episode}/stay-review")
    @Transactional
    @Operation(
            summary = "A treatment goes on to another day",
            description = "Looked at when the target end has come, or before. To end it, plan the discharge instead.")
    public RestResponse<EpisodeView> goesOn(EpisodeId episode, @NotNull @Valid Form form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        var now = clock.instant();
        var before = found.stay().targetEnd();
        outbox.append(found.goesOn(form.targetEnd(), LocalDate.ofInstant(now, clinics.zone()), now));
        reviews.keep(episode, before, form.targetEnd(), form.reason(), now);
        reviews.decided(found, now);
        reviews.isInUntil(found);
        episodes.flush();
        return Answers.versioned(EpisodeView.of(found), found.version());
    }
}
