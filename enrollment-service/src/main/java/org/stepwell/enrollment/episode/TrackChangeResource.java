package org.stepwell.enrollment.episode;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.program.Programs;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;

/** The same program at other hours: from the evening to the morning, or back. */
@Path("episodes")
@Guard(Policy.INTAKE_ENROLLS)
class TrackChangeResource {

    private final Episodes episodes;
    private final Programs programs;
    private final Tracks tracks;
    private final WaitingLine line;
    private final AwaitedPlacements awaited;
    private final Access access;
    private final Outbox outbox;
    private final ClinicDirectory clinics;
    private final Clock clock;

    TrackChangeResource(
            Episodes episodes,
            Programs programs,
            Tracks tracks,
            WaitingLine line,
            AwaitedPlacements awaited,
            Access access,
            Outbox outbox,
            ClinicDirectory clinics,
            Clock clock) {
        this.episodes = episodes;
        this.programs = programs;
        this.tracks = tracks;
        this.line = line;
        this.awaited = awaited;
        this.access = access;
        this.outbox = outbox;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "TrackChangeForm")
    record Form(
            @Schema(examples = "morning", description = "another track of the same program") @NotBlank
            String track,

            @Schema(examples = "2026-03-16", description = "the first day in the other track") @NotNull
            LocalDate from) {}

    @POST
    @Path("{episode}/track-change")
    @Transactional
    @Operation(
            summary = "Change to another track of the program from a day on",
            description = "The old places end on the day before; scheduling answers with the new ones.")
    public RestResponse<EpisodeView> change(EpisodeId episode, @NotNull @Valid Form form) {
        var found = episodes.lockedOf(episode);
        access.to(found.patient());
        var program = programs.unchanging(found.program()).orElseThrow(NotFoundException::new);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        outbox.append(found.changeTrack(new TrackChange(form.track(), form.from()), program, today, now));
        line.moved(episode, found.waitingFor());
        awaited.since(episode, now);
        episodes.flush();
        tracks.from(episode, form.from(), form.track());
        return Answers.versioned(EpisodeView.of(found), found.version());
    }
}
