package org.stepwell.scheduling.attendance;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
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
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;

/** Patients check themselves in and out on their phones, by a code that is shown in the room. */
@Path("patients/{patient}/door-codes")
class DoorCodeResource {

    private final DoorCodes codes;
    private final SeenAtTheDoor seen;
    private final ClinicTime time;
    private final Access access;

    DoorCodeResource(DoorCodes codes, SeenAtTheDoor seen, ClinicTime time, Access access) {
        this.codes = codes;
        this.seen = seen;
        this.time = time;
        this.access = access;
    }

    /** The code that somebody reads in the room. */
    @Schema(name = "DoorCodeForm")
    record Form(
            @NotNull
            @Pattern(regexp = "[0-9]{6}", message = "the six digits that are shown in the room")
            @Schema(examples = "042913")
            String code,

            @Nullable @Schema(examples = "false", description = "whether they go; they come unless said")
            Boolean leaving) {}

    /** When somebody came or went. */
    @Schema(name = "SeenAtTheDoor")
    record Seen(SessionId session, Instant at, boolean leaving) {}

    @POST
    @Transactional
    @Rationed
    @ResponseStatus(201)
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Check in or out by the code that is shown in the room")
    public Seen type(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var now = time.now();
        var session = codes.opened(form.code(), now)
                .orElseThrow(() -> new Refusal(
                        AttendanceRule.CODE_IS_NOT_GOOD,
                        "Type the one that is shown in the room now, or tell whoever leads the session that you are here.",
                        List.of(new FieldError("/code", "the code shown in the room"))));
        boolean leaving = Boolean.TRUE.equals(form.leaving());
        seen.note(session, patient, now, leaving);
        return new Seen(session, now, leaving);
    }
}
