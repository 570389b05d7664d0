package org.stepwell.scheduling.telehealth;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.IdempotentRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.session.HeldSession;

/** The meeting of a session by telehealth, for whoever leads it. */
@Path("sessions/{session}")
@Guard(Policy.FACILITATORS_LEAD)
class MeetingResource {

    private static final int STAYS_MAX = 500;

    private final Meetings meetings;
    private final JoinLog log;
    private final IdempotentRequest request;
    private final ClinicTime time;
    private final Access access;

    MeetingResource(Meetings meetings, JoinLog log, IdempotentRequest request, ClinicTime time, Access access) {
        this.meetings = meetings;
        this.log = log;
        this.request = request;
        this.time = time;
        this.access = access;
    }

    /** Where to go. */
    @Schema(name = "SessionLink")
    record Link(
            SessionId session,

            @Schema(examples = "https://meet.example.org/evening-group-a")
            String meetingLink) {}

    /** When somebody was in the meeting; several for whoever came back. */
    @Schema(name = "StayForm")
    record StayForm(
            @NotNull PatientId patient,

            @NotNull @Schema(examples = "2026-03-02T23:01:00Z")
            Instant joinedAt,

            @NotNull @Schema(examples = "2026-03-03T02:00:00Z")
            Instant leftAt) {}

    /** What the meeting tool says. */
    @Schema(name = "TelehealthLogForm")
    record LogForm(
            @NotNull @Size(max = STAYS_MAX) @Schema(description = "all of it; it replaces what was said before")
            List<@NotNull @Valid StayForm> stays) {}

    /** A stay, and who says so. */
    @Schema(name = "StayView")
    record Stay(
            PatientId patient,
            Instant joinedAt,

            @Schema(description = "none for whoever has not left, or has not said so") @Nullable
            Instant leftAt,

            JoinLog.SaidBy saidBy) {}

    /** Who was in the meeting. */
    @Schema(name = "TelehealthLog")
    record Log(SessionId session, List<Stay> stays) {}

    @POST
    @Path("joining")
    @Transactional
    @ResponseStatus(200)
    @Operation(summary = "The link of a session by telehealth, for whoever leads it; they are not in its log")
    public Link join(SessionId session) {
        var held = led(meetings.of(session));
        Meetings.mustBeOpen(held);
        request.decidedAnew(); // a link that is not theirs any more is not answered once more
        return new Link(session, meetings.linkOf(held));
    }

    @GET
    @Path("telehealth-log")
    @Transactional
    @Operation(summary = "Who joined and left the meeting of a session, in the order of joining")
    public Log read(SessionId session) {
        led(meetings.of(session));
        return shown(session);
    }

    @PUT
    @Path("telehealth-log")
    @Transactional
    @Operation(
            summary =
                    "Bring the log of the meeting tool: it replaces what phones and staff said, until the session is closed",
            description =
                    "Whoever is not named when the session is closed was there for the minutes of their stays within it.")
    public Log replace(SessionId session, @NotNull @Valid LogForm form) {
        var held = led(meetings.lockedOf(session));
        Meetings.mustBeOpen(held);
        mustBeOfRoster(session, form.stays());
        mustBeOfItsDay(held, form.stays());
        log.replace(
                session,
                form.stays().stream()
                        .map(one -> new JoinLog.Line(
                                one.patient(),
                                new Stays.Stay(one.joinedAt(), one.leftAt()),
                                JoinLog.SaidBy.MEETING_TOOL))
                        .toList());
        return shown(session);
    }

    private HeldSession led(HeldSession session) {
        access.toWhatIsLedBy(session.facilitators());
        return session;
    }

    private Log shown(SessionId session) {
        return new Log(
                session,
                log.of(session).stream()
                        .map(line -> new Stay(
                                line.patient(),
                                line.stay().joinedAt(),
                                line.stay().leftAt(),
                                line.saidBy()))
                        .toList());
    }

    private void mustBeOfRoster(SessionId session, List<StayForm> stays) {
        var seated = log.seated(session);
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < stays.size(); i++) {
            if (!seated.contains(stays.get(i).patient())) {
                errors.add(new FieldError("/stays/%d/patient".formatted(i), "somebody with a seat in this session"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal(
                    TelehealthRule.STAYS_OF_THE_ROSTER,
                    "%d of %d are of others. Give a make-up seat first, or leave them out."
                            .formatted(errors.size(), stays.size()),
                    errors);
        }
    }

    private void mustBeOfItsDay(HeldSession session, List<StayForm> stays) {
        var now = time.now();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            if (!isOfItsDay(session, stay.joinedAt())) {
                errors.add(new FieldError("/stays/%d/joinedAt".formatted(i), "on " + session.day()));
            }
            if (!isOfItsDay(session, stay.leftAt()) || stay.leftAt().isAfter(now)) {
                errors.add(
                        new FieldError("/stays/%d/leftAt".formatted(i), "on %s, before now".formatted(session.day())));
            } else if (!stay.leftAt().isAfter(stay.joinedAt())) {
                errors.add(new FieldError("/stays/%d/leftAt".formatted(i), "after " + stay.joinedAt()));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal(
                    TelehealthRule.STAYS_ARE_OF_ITS_DAY,
                    "%d moments can not be. Times are in UTC.".formatted(errors.size()),
                    errors);
        }
    }

    private boolean isOfItsDay(HeldSession session, Instant moment) {
        return !moment.isBefore(time.startOf(session.day()))
                && moment.isBefore(time.startOf(session.day().plusDays(1)));
    }
}
