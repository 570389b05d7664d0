package org.stepwell.scheduling.attendance;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.session.HoldSession;

@Path("sessions/{session}")
@Produces(MediaType.APPLICATION_JSON)
class AttendanceResource {

    private static final int MINUTES_MAX = 1_440;

    private final TakeAttendance takeAttendance;
    private final Attendances attendances;
    private final HoldSession holdSession;
    private final Access access;

    AttendanceResource(TakeAttendance takeAttendance, Attendances attendances, HoldSession holdSession, Access access) {
        this.takeAttendance = takeAttendance;
        this.attendances = attendances;
        this.holdSession = holdSession;
        this.access = access;
    }

    /** How somebody was there; minutes left out are those for which they were seen at the door, or in the meeting. */
    @Schema(name = "PresenceForm")
    record PresenceForm(
            @NotNull PatientId patient,
            @NotNull @Schema(examples = "PRESENT") AttendanceStatus status,

            @Nullable @Min(0) @Max(MINUTES_MAX) @Schema(examples = "180")
            Integer minutes) {}

    /** Closes a session: whoever is not named is present where they checked in or joined, and a no-show where not. */
    @Schema(name = "ClosingForm")
    record ClosingForm(@NotNull @Size(max = 40) List<@NotNull @Valid PresenceForm> presences) {}

    /** Somebody who was there without a seat; minutes left out are those of the whole session. */
    @Schema(name = "FoundPresentForm")
    record FoundForm(
            @NotNull PatientId patient,
            @NotNull EpisodeId episode,
            @NotNull @Schema(examples = "PRESENT") AttendanceStatus status,

            @Nullable @Min(0) @Max(MINUTES_MAX) @Schema(examples = "180")
            Integer minutes) {}

    /** A correction; minutes left out are those for which they were seen at the door, or in the meeting. */
    @Schema(name = "CorrectionForm")
    record CorrectionForm(
            @NotNull @Schema(examples = "EXCUSED") AttendanceStatus status,

            @Nullable @Min(0) @Max(MINUTES_MAX) @Schema(examples = "0")
            Integer minutes,

            @NotNull @Schema(examples = "EXCUSE_RECEIVED") CorrectionReason reason) {}

    /** How somebody was in a session. */
    @Schema(name = "AttendanceView")
    record View(
            SessionId session,
            PatientId patient,
            int version,
            AttendanceStatus status,
            int minutes,
            @Nullable CorrectionReason reason,
            StaffId recordedBy,
            Instant recordedAt) {
        static View of(SessionId session, Attendance one) {
            return new View(
                    session,
                    one.patient(),
                    one.version(),
                    one.status(),
                    one.minutes(),
                    one.reason(),
                    one.recordedBy(),
                    one.recordedAt());
        }
    }

    /** A closed session. */
    @Schema(name = "ClosedSession")
    record Closed(SessionId session, int attended, int absent, List<View> attendance) {}

    /** All versions of an attendance, newest first. */
    @Schema(name = "AttendanceHistory")
    record History(SessionId session, PatientId patient, List<View> versions) {}

    @POST
    @Path("closing")
    @Transactional
    @ResponseStatus(200)
    @Guard(Policy.FACILITATORS_LEAD)
    @Operation(summary = "Close a session: everybody on the roster gets an attendance with minutes")
    public Closed close(@RestPath("session") SessionId id, @NotNull @Valid ClosingForm form) {
        var session = holdSession.lockedOf(id);
        access.toWhatIsLedBy(session.facilitators());
        var said = form.presences().stream()
                .map(one -> new AttendanceSheet.Said(one.patient(), one.status(), one.minutes()))
                .toList();
        var taken = takeAttendance.close(session, said, access.staff());
        var present = taken.stream().filter(one -> one.status().attended()).count();
        return new Closed(
                id,
                Math.toIntExact(present),
                Math.toIntExact(taken.size() - present),
                taken.stream().map(one -> View.of(id, one)).toList());
    }

    @POST
    @Path("attendance")
    @Transactional
    @ResponseStatus(201)
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "Add somebody to a closed session who was there without a seat",
            description =
                    "For who turns out later to have been there; their note falls due, and their minutes count. Whoever has a"
                            + " seat is corrected instead.")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public View found(@RestPath("session") SessionId id, @NotNull @Valid FoundForm form) {
        var session = holdSession.lockedOf(id);
        return View.of(
                id,
                takeAttendance.found(
                        session, form.patient(), form.episode(), form.status(), form.minutes(), access.staff()));
    }

    @GET
    @Path("attendance/{patient}")
    @Transactional
    @Guard(Policy.FACILITATORS_LEAD)
    @Operation(summary = "All versions of a patient's attendance in a session; the ETag is the newest version")
    public RestResponse<History> read(@RestPath("session") SessionId id, @RestPath("patient") PatientId patient) {
        access.toWhatIsLedBy(holdSession.of(id).facilitators());
        var versions = attendances.of(id, patient);
        if (versions.isEmpty()) {
            throw new Refusal(HttpRule.NOT_FOUND, "No attendance of patient %s is recorded.".formatted(patient));
        }
        var history = new History(
                id, patient, versions.stream().map(one -> View.of(id, one)).toList());
        return Answers.versioned(history, versions.getFirst().version());
    }

    @PUT
    @Path("attendance/{patient}")
    @Transactional
    @Guard(Policy.FACILITATORS_LEAD)
    @Operation(summary = "Correct an attendance: a new version beside the old ones, with a reason")
    public RestResponse<View> correct(
            @RestPath("session") SessionId id,
            @RestPath("patient") PatientId patient,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid CorrectionForm form) {
        var session = holdSession.of(id);
        access.toWhatIsLedBy(session.facilitators());
        var newest = attendances
                .newest(id, patient)
                .orElseThrow(() -> new Refusal(
                        AttendanceRule.NOT_RECORDED_YET,
                        "Patient %s has no attendance here. Close the session first.".formatted(patient)));
        IfMatch.require(version, newest.version());
        var corrected =
                takeAttendance.correct(session, newest, form.status(), form.minutes(), form.reason(), access.staff());
        return Answers.versioned(View.of(id, corrected), corrected.version());
    }
}
