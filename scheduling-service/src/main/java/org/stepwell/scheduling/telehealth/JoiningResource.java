package org.stepwell.scheduling.telehealth;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.IdempotentRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.session.HeldSession;

/** Patients join a session by telehealth on their phones, or with staff who are with them, and leave it. */
@Path("patients/{patient}/sessions/{session}")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_DECIDES)
class JoiningResource {

    private static final Duration BEFORE = Duration.ofMinutes(15);

    private final Meetings meetings;
    private final JoinLog log;
    private final IdempotentRequest request;
    private final ClinicTime time;
    private final Access access;

    JoiningResource(Meetings meetings, JoinLog log, IdempotentRequest request, ClinicTime time, Access access) {
        this.meetings = meetings;
        this.log = log;
        this.request = request;
        this.time = time;
        this.access = access;
    }

    /** Where to go. */
    @Schema(name = "JoinedMeeting")
    record Joined(
            SessionId session,

            @Schema(examples = "https://meet.example.org/evening-group-a")
            String meetingLink) {}

    /** When somebody left. */
    @Schema(name = "LeftMeeting")
    record Left(SessionId session, Instant leftAt) {}

    @POST
    @Path("joining")
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Join a session by telehealth: answers its link, and notes that the patient is there",
            description =
                    "From a quarter of an hour before it starts until it ends. Whoever lost the connection joins again. The log says whether"
                            + " the patient's phone said so, or staff did for them.")
    @APIResponseSchema(value = Joined.class, responseCode = "201")
    public Joined join(PatientId patient, SessionId session) {
        var held = seated(patient, session);
        var now = time.now();
        mustBeAround(held, now);
        // The link is given to whoever may have it now, also when the same is asked once more.
        var saidBy = access.byPatient() ? JoinLog.SaidBy.PHONE : JoinLog.SaidBy.STAFF;
        if (!request.entry("stay").again() && !log.join(session, patient, saidBy, now)) {
            throw new NotFoundException(); // the seat was taken back at this moment
        }
        return new Joined(session, meetings.linkOf(held));
    }

    @POST
    @Path("leaving")
    @Transactional
    @ResponseStatus(201)
    @Operation(summary = "Leave a session by telehealth; whoever does not say so stayed until its end")
    @APIResponseSchema(value = Left.class, responseCode = "201")
    public Left leave(PatientId patient, SessionId session) {
        seated(patient, session);
        var now = time.now();
        if (!log.leave(session, patient, now)) {
            throw new Refusal(
                    TelehealthRule.NOT_IN_THE_MEETING, "Patient %s has not joined, or left before.".formatted(patient));
        }
        return new Left(session, now);
    }

    /** A session in which the patient has no seat is none, to them. */
    private HeldSession seated(PatientId patient, SessionId session) {
        access.to(patient);
        if (!log.isOf(session, patient)) {
            throw new NotFoundException();
        }
        var held = meetings.lockedOf(session);
        Meetings.mustBeOpen(held);
        return held;
    }

    private static void mustBeAround(HeldSession session, Instant now) {
        var opens = session.startsAt().minus(BEFORE);
        if (now.isBefore(opens) || !now.isBefore(session.endsAt())) {
            throw new Refusal(
                    TelehealthRule.JOINED_AROUND_ITS_TIME,
                    "It is %s; this one is joined from %s until %s.".formatted(now, opens, session.endsAt()));
        }
    }
}
