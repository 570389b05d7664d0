package org.stepwell.scheduling.session;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.availability.ClashingSeats;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.calendar.Closures;
import org.stepwell.scheduling.calendar.Rooms;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.staff.StaffHours;

/** Moves one session, while its group goes on as before. */
@Path("sessions/{session}/hours")
@Guard(Policy.COORDINATORS_SEAT)
class MoveResource {

    private final Sessions sessions;
    private final Seats seats;
    private final ChangeSessions changeSessions;
    private final Calendar calendar;
    private final Rooms rooms;
    private final Episodes episodes;
    private final Closures closures;
    private final StaffHours staffHours;
    private final ClashingSeats clashing;
    private final ClinicTime time;

    MoveResource(
            Sessions sessions,
            Seats seats,
            ChangeSessions changeSessions,
            Calendar calendar,
            Rooms rooms,
            Episodes episodes,
            Closures closures,
            StaffHours staffHours,
            ClashingSeats clashing,
            ClinicTime time) {
        this.sessions = sessions;
        this.seats = seats;
        this.changeSessions = changeSessions;
        this.calendar = calendar;
        this.rooms = rooms;
        this.episodes = episodes;
        this.closures = closures;
        this.staffHours = staffHours;
        this.clashing = clashing;
        this.time = time;
    }

    /** When and where it is instead, by the clock on the clinic's wall. */
    @Schema(name = "SessionHoursForm")
    record Form(
            @NotNull @Schema(examples = "2026-05-05") LocalDate day,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "17:00")
            LocalTime from,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "20:00")
            LocalTime to,

            @Nullable
            @Schema(
                    description =
                            "left out only of a visit to which nobody comes in, as by phone, or where a group meets by telehealth")
            RoomId room) {}

    @PUT
    @Transactional
    @Operation(
            summary = "Move one session to other hours of its week, or to another room, with everybody in it",
            description =
                    "Whoever was reminded of it is told. Refused where a patient, a leader or the room is busy then.")
    public SessionView move(SessionId session, @NotNull @Valid Form form) {
        var found = sessions.lockedOf(session);
        var held = found.held();
        var now = time.now();
        var when = new SessionPlan.Occurrence(
                form.day(), time.at(form.day(), form.from()), time.at(form.day(), form.to()));
        if (!held.scheduled()) {
            throw new Refusal(SessionRule.SESSION_IS_OVER, "Session %s was closed or cancelled.".formatted(session));
        }
        mustBeOfItsWeek(held, when, form);
        closures.requireOpen(form.day());
        seats.requireNobodyCame(session);
        staffHours.requireHere(held.facilitators(), form.day());
        var seated = seats.in(session);
        if (held.visit()) {
            for (var seat : seated) {
                if (seat.kind() == Seat.Kind.AFTERCARE) {
                    episodes.requireLeft(seat.episode(), form.day());
                } else {
                    episodes.requireAdmitted(seat.episode(), seat.patient(), form.day());
                }
            }
        }
        if (form.room() != null) {
            rooms.hold(form.room(), seated.size());
        } else if (!held.visit() && !held.telehealth() && !sessions.meetsByLink(held.group())) {
            throw wrong("/room", "a room, for a group that meets in one");
        }
        changeSessions.moveOnce(found, when, form.room(), now);
        clashing.changed(seats.in(session).stream().map(Seat::patient).toList(), now);
        return calendar.of(session);
    }

    private void mustBeOfItsWeek(HeldSession held, SessionPlan.Occurrence when, Form form) {
        if (!when.startsAt().isBefore(when.endsAt())) { // also hours that the clock skips
            throw wrong("/to", "after " + form.from());
        }
        if (!when.startsAt().isAfter(time.now())) {
            throw wrong("/from", "still to come");
        }
        if (!time.weekStart(form.day()).equals(time.weekStart(held.day()))) {
            throw wrong("/day", "in the week of " + time.weekStart(held.day()));
        }
    }

    private static Refusal wrong(String field, String how) {
        return new Refusal(
                SessionRule.MOVED_WITHIN_ITS_WEEK,
                "Say hours of this week that are still to come, and a room for a group that meets in one.",
                List.of(new FieldError(field, how)));
    }
}
