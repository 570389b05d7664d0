package org.stepwell.scheduling.group;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.fidelity.Weeks;

@Path("groups/{group}/members")
@Produces(MediaType.APPLICATION_JSON)
class MemberResource {

    private final Groups groups;
    private final Access access;
    private final Memberships memberships;
    private final Members members;
    private final JoinGroup joinGroup;
    private final WithoutSeat withoutSeat;
    private final WaitingPatients line;
    private final Episodes episodes;
    private final Weeks weeks;
    private final ClinicTime time;

    MemberResource(
            Groups groups,
            Access access,
            Memberships memberships,
            Members members,
            JoinGroup joinGroup,
            WithoutSeat withoutSeat,
            WaitingPatients line,
            Episodes episodes,
            Weeks weeks,
            ClinicTime time) {
        this.groups = groups;
        this.access = access;
        this.memberships = memberships;
        this.members = members;
        this.joinGroup = joinGroup;
        this.withoutSeat = withoutSeat;
        this.line = line;
        this.episodes = episodes;
        this.weeks = weeks;
        this.time = time;
    }

    /** Somebody who joins. */
    @Schema(name = "MemberForm")
    record Form(
            @NotNull PatientId patient,
            @NotNull EpisodeId episode,
            @NotNull @Schema(examples = "2026-03-02") LocalDate from) {}

    /** A patient's place in a group. */
    @Schema(name = "MemberView")
    record View(
            PatientId patient,
            EpisodeId episode,
            LocalDate from,
            @Nullable LocalDate lastDay,
            Membership.Status status) {
        static View of(Membership member) {
            return new View(member.patient(), member.episode(), member.fromDay(), member.lastDay(), member.status());
        }
    }

    /** Somebody who has just joined, and the sessions since their first day in which they have no seat. */
    @Schema(name = "JoinedMember")
    record Joined(
            PatientId patient,
            EpisodeId episode,
            LocalDate from,
            @Nullable LocalDate lastDay,
            Membership.Status status,

            @Schema(
                    description =
                            "that have begun and are not closed: where the patient was there, give them a seat (sessions/{session}/seats)")
            List<SessionId> begun,

            @Schema(
                    description =
                            "that are to come, and are full, or at a time at which the patient has another seat or is away")
            List<SessionId> withoutSeat) {
        static Joined of(Membership member, WithoutSeat.Found without) {
            return new Joined(
                    member.patient(),
                    member.episode(),
                    member.fromDay(),
                    member.lastDay(),
                    member.status(),
                    without.begun(),
                    without.ahead());
        }
    }

    @GET
    @Transactional
    @Guard(Policy.ROSTERS_READ)
    @Operation(summary = "Who is a member of a group now")
    public List<View> list(@RestPath("group") GroupId id) {
        access.toWhatIsLedBy(groups.of(id).facilitators());
        return memberships.current(id).stream().map(View::of).toList();
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Give an admitted patient a place in a group, and a seat in its sessions to come",
            description = "Whoever was discharged ahead stays a member until their last day.")
    @APIResponseSchema(value = Joined.class, responseCode = "201")
    public Joined join(@RestPath("group") GroupId id, @NotNull @Valid Form form) {
        var group = groups.lockedOf(id);
        var episode = episodes.requireAdmitted(form.episode(), form.patient(), form.from());
        joinGroup.requireCanJoin(group, episode, form.from());
        if (line.isForTheLine(group)) {
            throw new Refusal(
                    GroupRule.OTHERS_WAIT,
                    "Somebody waits for this group. POST groups/{group}/waiting, or choose another.");
        }
        var membership = joinGroup.join(group, episode, form.from());
        return Joined.of(membership, withoutSeat.of(membership, time.now()));
    }

    @DELETE
    @Path("{patient}")
    @Transactional
    @ResponseStatus(200)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Let a member go after a last day; today unless said otherwise",
            description = "Nobody leaves later than was said before, or than they were discharged: a later day is"
                    + " refused, and where none is given the earlier one holds.")
    public View leave(
            @RestPath("group") GroupId id,
            @RestPath("patient") PatientId patient,
            @QueryParam("lastDay") @Parameter(description = "the last day as a member") @Nullable LocalDate lastDay) {
        groups.of(id);
        var membership = memberships
                .current(id, patient)
                .map(members::held)
                .orElseThrow(() -> new Refusal(
                        GroupRule.NOT_A_MEMBER,
                        "Patient %s is no member; GET the group's members says who is.".formatted(patient)));
        episodes.find(membership.episode())
                .map(Episode::lastDay)
                .ifPresent(day -> members.leaveWithEpisode(membership, day));
        if (lastDay != null) {
            membership.requireNoLater(lastDay);
        }
        members.leave(membership, lastDay == null ? time.today() : lastDay);
        weeks.episodeChanged(membership.episode());
        return View.of(membership);
    }
}
