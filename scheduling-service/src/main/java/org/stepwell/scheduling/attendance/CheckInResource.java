package org.stepwell.scheduling.attendance;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.session.HoldSession;
import org.stepwell.scheduling.session.SessionRule;

@Path("sessions/{session}")
class CheckInResource {

    private static final Duration AROUND = Duration.ofHours(2);

    private final HoldSession holdSession;
    private final ClinicTime time;
    private final Access access;

    CheckInResource(HoldSession holdSession, ClinicTime time, Access access) {
        this.holdSession = holdSession;
        this.time = time;
        this.access = access;
    }

    /** Who comes or goes; now, unless another moment is given. */
    @Schema(name = "CheckForm")
    record Form(
            @NotNull PatientId patient,

            @Nullable @Schema(examples = "2026-03-02T23:02:00Z")
            Instant at) {}

    /** When somebody came or went. */
    @Schema(name = "CheckView")
    record View(SessionId session, PatientId patient, Instant at) {}

    @POST
    @Path("check-ins")
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.FACILITATORS_LEAD)
    @Operation(summary = "Note that a patient came; the first time counts")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public View checkIn(@RestPath("session") SessionId id, @NotNull @Valid Form form) {
        var at = admitted(id, form);
        if (!holdSession.checkIn(id, form.patient(), at)) {
            throw new Refusal(
                    AttendanceRule.NOT_ON_ROSTER,
                    "Patient %s has no seat here. Give a make-up seat first.".formatted(form.patient()));
        }
        return new View(id, form.patient(), at);
    }

    @POST
    @Path("check-outs")
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.FACILITATORS_LEAD)
    @Operation(summary = "Note that a patient went; the last time counts")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public View checkOut(@RestPath("session") SessionId id, @NotNull @Valid Form form) {
        var at = admitted(id, form);
        if (!holdSession.checkOut(id, form.patient(), at)) {
            throw new Refusal(
                    AttendanceRule.NOT_CHECKED_IN,
                    "Patient %s was not checked in before. Check them in first.".formatted(form.patient()));
        }
        return new View(id, form.patient(), at);
    }

    private Instant admitted(SessionId id, Form form) {
        // Locked, so that nobody who comes while it is closed is forgotten.
        var session = holdSession.lockedOf(id);
        access.toWhatIsLedBy(session.facilitators());
        if (!session.scheduled()) {
            throw new Refusal(
                    SessionRule.SESSION_IS_OVER, "Session %s is closed; correct its attendance instead.".formatted(id));
        }
        var now = time.now();
        var at = form.at() == null ? now : form.at();
        if (at.isAfter(now)
                || at.isBefore(session.startsAt().minus(AROUND))
                || at.isAfter(session.endsAt().plus(AROUND))) {
            throw new Refusal(
                    AttendanceRule.COMES_AND_GOES_AROUND_SESSION,
                    "It is %s, and the session is from %s to %s.".formatted(now, session.startsAt(), session.endsAt()),
                    List.of(new FieldError("/at", "within two hours of the session, and not after now")));
        }
        return at;
    }
}
