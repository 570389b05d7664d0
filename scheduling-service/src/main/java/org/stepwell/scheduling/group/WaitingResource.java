package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;

/** The line before a group that is full. */
@Path("groups/{group}/waiting")
@Produces(MediaType.APPLICATION_JSON)
class WaitingResource {

    private final Groups groups;
    private final Access access;
    private final Memberships memberships;
    private final Mix mix;
    private final Waiting waiting;
    private final WaitingPatients line;
    private final Episodes episodes;
    private final ClinicTime time;

    WaitingResource(
            Groups groups,
            Access access,
            Memberships memberships,
            Mix mix,
            Waiting waiting,
            WaitingPatients line,
            Episodes episodes,
            ClinicTime time) {
        this.groups = groups;
        this.access = access;
        this.memberships = memberships;
        this.mix = mix;
        this.waiting = waiting;
        this.line = line;
        this.episodes = episodes;
        this.time = time;
    }

    /** Somebody who waits for a place. */
    @Schema(name = "WaitingForm")
    record Form(@NotNull PatientId patient, @NotNull EpisodeId episode) {}

    /** Somebody in the line. */
    @Schema(name = "PlaceInLine")
    record Line(
            PatientId patient,

            @Schema(description = "1 for whoever waits longest", examples = "2")
            int place) {}

    @GET
    @Transactional
    @Guard(Policy.ROSTERS_READ)
    @Operation(summary = "Who waits for a place in a group, longest first")
    public List<Waiting.Line> list(@RestPath("group") GroupId id) {
        access.toWhatIsLedBy(groups.of(id).facilitators());
        return waiting.of(id);
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Let an admitted patient wait for a place in a group that is full",
            description =
                    "As soon as there is a place, whoever has waited longest and can come is seated. Until then nobody else is.")
    @APIResponseSchema(value = Line.class, responseCode = "201")
    public Line add(@RestPath("group") GroupId id, @NotNull @Valid Form form) {
        var group = groups.lockedOf(id);
        group.requireRunning();
        var today = time.today();
        var episode = episodes.requireAdmitted(
                form.episode(),
                form.patient(),
                episodes.held(form.episode())
                        .map(held -> held.start().isAfter(today) ? held.start() : today)
                        .orElse(today));
        mix.requireFits(id, form.patient(), episode.start(), episode.start().isAfter(today) ? episode.start() : today);
        if (memberships.current(id, form.patient()).isPresent()) {
            throw new Refusal(GroupRule.ALREADY_A_MEMBER, "The patient has a place there.");
        }
        if (!group.isFull(today) && waiting.first(id).isEmpty()) {
            throw new Refusal(GroupRule.WAITS_FOR_WHAT_IS_FULL, "A place is free. POST groups/{group}/members.");
        }
        waiting.add(id, form.patient(), form.episode(), time.now());
        line.enqueue(id);
        return new Line(form.patient(), waiting.of(id).size());
    }

    @DELETE
    @Path("{patient}")
    @Transactional
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(summary = "A patient waits no longer")
    public void withdraw(@RestPath("group") GroupId id, @RestPath("patient") PatientId patient) {
        groups.of(id);
        if (!waiting.end(id, patient, Waiting.Outcome.WITHDRAWN, time.now())) {
            throw new Refusal(GroupRule.DOES_NOT_WAIT, "GET groups/{group}/waiting says who does.");
        }
        line.enqueue(id);
    }
}
