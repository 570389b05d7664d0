package org.stepwell.scheduling.attendance;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

@Path("sessions/{session}")
@Produces(MediaType.APPLICATION_JSON)
class CheckInResource {

    private final HoldSession holdSession;
    private final SeenAtTheDoor seen;
    private final DoorCodes codes;
    private final ClinicTime time;
    private final Access access;

    CheckInResource(HoldSession holdSession, SeenAtTheDoor seen, DoorCodes codes, ClinicTime time, Access access) {
        this.codes = codes;
        this.seen = seen;
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

    /** A code to show in the room. */
    @Schema(name = "DoorCode")
    record Shown(@Schema(examples = "042913") String code, Instant goodUntil) {}

    @POST
    @Path("door-codes")
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.FACILITATORS_LEAD)
    @Operation(
            summary = "Show a code in the room, by which patients check themselves in or out on their phones",
            description = "Good for three minutes; show the next one before it is over.")
    public Shown show(@RestPath("session") SessionId session) {
        var held = holdSession.of(session);
        access.toWhatIsLedBy(held.facilitators());
        seen.mustBeAround(held, time.now());
        var shown = codes.show(session, time.now());
        return new Shown(shown.code(), shown.goodUntil());
    }

    @POST
    @Path("check-ins")
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.FACILITATORS_LEAD)
    @Operation(summary = "Note that a patient came; the first time counts")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public View checkIn(@RestPath("session") SessionId id, @NotNull @Valid Form form) {
        var at = noted(id, form, false);
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
        var at = noted(id, form, true);
        return new View(id, form.patient(), at);
    }

    private Instant noted(SessionId id, Form form, boolean leaving) {
        access.toWhatIsLedBy(holdSession.of(id).facilitators());
        var now = time.now();
        var at = form.at() == null ? now : form.at();
        if (at.isAfter(now)) {
            throw new Refusal(
                    AttendanceRule.COMES_AND_GOES_AROUND_SESSION,
                    "It is %s.".formatted(now),
                    List.of(new FieldError("/at", "within two hours of the session, and not after now")));
        }
        seen.note(id, form.patient(), at, leaving);
        return at;
    }
}
