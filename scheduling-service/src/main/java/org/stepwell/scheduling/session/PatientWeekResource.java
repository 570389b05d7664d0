package org.stepwell.scheduling.session;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.calendar.ClinicTime;

@Path("patients/{patient}/week")
class PatientWeekResource {

    private static final int DAYS = 7;

    private final Calendar calendar;
    private final ClinicTime time;
    private final Access access;

    PatientWeekResource(Calendar calendar, ClinicTime time, Access access) {
        this.calendar = calendar;
        this.time = time;
        this.access = access;
    }

    /** A patient's week: where to be, and when. */
    @Schema(name = "PatientWeek")
    record View(PatientId patient, LocalDate weekStart, List<SessionView> sessions) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "The sessions a patient has a seat in, in the clinic's week of a day")
    public View read(
            PatientId patient,
            @QueryParam("on") @Parameter(description = "a day of the week; today unless said") @Nullable LocalDate on) {
        access.to(patient);
        var start = time.weekStart(on == null ? time.today() : on);
        return new View(patient, start, calendar.of(patient, time.startOf(start), time.startOf(start.plusDays(DAYS))));
    }
}
