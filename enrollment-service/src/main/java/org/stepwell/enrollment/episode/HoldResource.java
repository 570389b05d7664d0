package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** A patient is away for a while, and comes back to the same episode. */
@Path("episodes")
@Guard(Policy.CARE_TEAM_TREATS)
class HoldResource {

    private final Episodes episodes;
    private final AwayPatients away;
    private final PlacementTasks placements;
    private final StayReviews stays;
    private final AwaitedPlacements awaited;
    private final Access access;
    private final Outbox outbox;
    private final ClinicDirectory clinics;
    private final Clock clock;

    HoldResource(
            Episodes episodes,
            AwayPatients away,
            PlacementTasks placements,
            StayReviews stays,
            AwaitedPlacements awaited,
            Access access,
            Outbox outbox,
            ClinicDirectory clinics,
            Clock clock) {
        this.episodes = episodes;
        this.away = away;
        this.placements = placements;
        this.stays = stays;
        this.awaited = awaited;
        this.access = access;
        this.outbox = outbox;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "HoldForm")
    record Form(
            @Schema(examples = "2026-03-16", description = "the first day away") @NotNull
            LocalDate from,

            @Schema(examples = "2026-03-29", description = "the last day on which they are expected to be away")
            @NotNull
            LocalDate expectedUntil,

            @Schema(
                    examples = "2026-03-22",
                    description =
                            "the last day on which places are kept; where there is none, they are given back at once")
            @Nullable
            LocalDate keepSeatsUntil,

            @Schema(examples = "HOSPITAL") @NotNull HoldReason reason) {}

    @Schema(name = "HoldLengthForm")
    record LengthForm(
            @Schema(examples = "2026-04-05", description = "the last day on which they are expected to be away")
            @NotNull
            LocalDate expectedUntil,

            @Schema(examples = "2026-03-29", description = "a place that was given back stays so") @Nullable
            LocalDate keepSeatsUntil,

            @Schema(examples = "HOSPITAL") @NotNull HoldReason reason) {}

    @Schema(name = "ResumptionForm")
    record ResumptionForm(
            @Schema(examples = "2026-03-30", description = "the first day back") @NotNull
            LocalDate from) {}

    @POST
    @Path("{episode}/hold")
    @Transactional
    @Operation(summary = "A patient is away for a while: nobody expects them, and their weeks are not measured")
    public RestResponse<EpisodeView> hold(EpisodeId episode, @NotNull @Valid Form form) {
        var found = mine(episode);
        var length = new Hold.Length(form.expectedUntil(), form.keepSeatsUntil(), form.reason());
        var now = clock.instant();
        outbox.append(found.hold(new Hold(form.from(), length, null), today(now), now));
        placements.left(found, now);
        away.isAway(found, now);
        return show(found);
    }

    @PUT
    @Path("{episode}/hold")
    @Transactional
    @Operation(summary = "Say anew how long a patient is away")
    public RestResponse<EpisodeView> staysAway(
            EpisodeId episode, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid LengthForm form) {
        var found = mine(episode);
        IfMatch.require(version, found.version());
        var length = new Hold.Length(form.expectedUntil(), form.keepSeatsUntil(), form.reason());
        var now = clock.instant();
        outbox.append(found.staysAway(length, today(now), now));
        away.isAway(found, now);
        return show(found);
    }

    @POST
    @Path("{episode}/resumption")
    @Transactional
    @Operation(
            summary = "A patient who was away comes back",
            description = "Scheduling answers with the seats; the target end is later by the days away.")
    public RestResponse<EpisodeView> resume(EpisodeId episode, @NotNull @Valid ResumptionForm form) {
        var found = mine(episode);
        var now = clock.instant();
        outbox.append(found.resume(form.from(), today(now), now));
        away.isBackOrLeft(found, now);
        stays.isInUntil(found);
        awaited.since(episode, now);
        return show(found);
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clinics.zone());
    }

    private Episode mine(EpisodeId episode) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        return found;
    }

    private RestResponse<EpisodeView> show(Episode episode) {
        episodes.flush();
        return Answers.versioned(EpisodeView.of(episode), episode.version());
    }
}
