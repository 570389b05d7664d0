package org.stepwell.scheduling.fidelity;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

@Path("patients/{patient}/weeks/{weekStart}")
class WeekResource {

    private final PatientWeeks weeks;
    private final Access access;

    WeekResource(PatientWeeks weeks, Access access) {
        this.weeks = weeks;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(
            summary =
                    "A patient's week against the program's rule set and the payer's, as it stands now, and how it will end")
    public WeekView read(PatientId patient, LocalDate weekStart) {
        access.to(patient);
        return weeks.of(patient, weekStart);
    }
}
