package org.stepwell.scheduling.session;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.fidelity.Weeks;

@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {

    private static final int DAYS_SHOWN = 7;

    private final Sessions sessions;
    private final Calendar calendar;
    private final MemberSeats memberSeats;
    private final Seats seats;
    private final GuestSeats guestSeats;
    private final GiveSeat giveSeat;
    private final AttendanceReaders attendanceReaders;
    private final Access access;
    private final PlanSessions planSessions;
    private final Weeks weeks;
    private final ClinicTime time;

    SessionResource(
            Sessions sessions,
            Calendar calendar,
            MemberSeats memberSeats,
            Seats seats,
            GuestSeats guestSeats,
            GiveSeat giveSeat,
            AttendanceReaders attendanceReaders,
            Access access,
            PlanSessions planSessions,
            Weeks weeks,
            ClinicTime time) {
        this.sessions = sessions;
        this.calendar = calendar;
        this.memberSeats = memberSeats;
        this.seats = seats;
        this.guestSeats = guestSeats;
        this.giveSeat = giveSeat;
        this.attendanceReaders = attendanceReaders;
        this.access = access;
        this.planSessions = planSessions;
        this.weeks = weeks;
        this.time = time;
    }

    /** A make-up seat wanted. */
    @Schema(name = "MakeUpForm")
    record MakeUpForm(
            @NotNull PatientId patient,
            @NotNull EpisodeId episode,

            @Nullable @Schema(description = "the session that was missed; left out where the week simply lacks one")
            SessionId makesUpFor) {}

    /** Why a session is cancelled. */
    @Schema(name = "CancellationForm")
    record CancellationForm(
            @NotNull @Schema(examples = "CLINICIAN_ABSENT") CancellationReason reason) {}

    /** Somebody's seat, and how they were there. */
    @Schema(name = "RosterLine")
    record RosterLine(
            PatientId patient,
            EpisodeId episode,
            Seat.Kind kind,
            @Nullable Instant checkedInAt,
            @Nullable Instant checkedOutAt,

            @Schema(description = "when they first joined the meeting, where it is by telehealth") @Nullable
            Instant joinedAt,

            @Nullable AttendanceStatus attendance,
            @Nullable Integer minutes,
            @Nullable Integer attendanceVersion) {

        RosterLine seatOnly() {
            return new RosterLine(patient, episode, kind, null, null, null, null, null, null);
        }
    }

    /** A session with everybody who has a seat; how they were there is shown to those whose work it is. */
    @Schema(name = "SessionWithRoster")
    record WithRoster(SessionView session, boolean attendanceShown, List<RosterLine> roster) {}

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(
            summary = "The sessions of some days, in the order they start; the next seven days unless said otherwise",
            description = "Visits of one patient alone are shown to staff; patients see their own in their week.")
    public RestResponse<Page<SessionView>> list(
            @QueryParam("from") @Parameter(description = "the first day") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "the last day, included") @Nullable LocalDate to,
            @QueryParam("tooFew")
                    @DefaultValue("false")
                    @Parameter(description = "only those of groups in which fewer are seated than there are to be")
                    boolean tooFew,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var first = from == null ? time.today() : from;
        var last = to == null ? first.plusDays(DAYS_SHOWN - 1) : to;
        var found = calendar.between(
                time.startOf(first),
                time.startOf(last.plusDays(1)),
                attendanceReaders.callerSeesVisits(),
                tooFew,
                page);
        return Page.of(found, page, view -> view, SessionView::id, uri);
    }

    @GET
    @Path("{session}")
    @Transactional
    @Guard(Policy.ROSTERS_READ)
    @Operation(
            summary = "A session with its roster",
            description = "How people were there is shown to those who lead the session, supervisors, intake and"
                    + " administrators; to others it is null, and attendanceShown false.")
    public WithRoster read(@RestPath("session") SessionId id) {
        var session = calendar.of(id);
        access.toWhatIsLedBy(session.facilitators());
        var roster = calendar.roster(id);
        boolean shown = attendanceReaders.includeCaller(session.facilitators());
        return new WithRoster(
                session,
                shown,
                shown ? roster : roster.stream().map(RosterLine::seatOnly).toList());
    }

    @POST
    @Path("{session}/seats")
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(summary = "Give a patient a seat in one session, to make up for another, or because the week lacks one")
    @APIResponseSchema(value = WithRoster.class, responseCode = "201")
    public WithRoster makeUp(@RestPath("session") SessionId id, @NotNull @Valid MakeUpForm form) {
        var session = sessions.of(id).held();
        giveSeat.give(session, form.patient(), form.episode(), form.makesUpFor());
        return read(id);
    }

    @DELETE
    @Path("{session}/seats/{patient}")
    @Transactional
    @ResponseStatus(200)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(summary = "Give up a seat that a patient has besides those of their groups; the session goes on")
    public WithRoster giveUp(@RestPath("session") SessionId id, @RestPath("patient") PatientId patient) {
        memberSeats.holdGroupOf(id);
        sessions.lockedOf(id);
        var episode = guestSeats.giveUp(id, patient);
        memberSeats.seatMembers(List.of(id), time.now());
        weeks.episodeChanged(episode);
        weeks.sessionChanged(id);
        return read(id);
    }

    @POST
    @Path("{session}/cancellation")
    @Transactional
    @ResponseStatus(200)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(summary = "Cancel a session; its seats, room and staff are free again")
    public SessionView cancel(@RestPath("session") SessionId id, @NotNull @Valid CancellationForm form) {
        var session = sessions.lockedOf(id);
        seats.requireNobodyCame(id);
        planSessions.cancel(List.of(session), form.reason(), time.now());
        return calendar.of(id);
    }
}
