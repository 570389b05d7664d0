package org.stepwell.enrollment.billing;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.reporting.Days;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;

/** A patient's attended days as they are billed. */
@Path("patients/{patient}/claim-lines")
class PatientClaimResource {

    private final PatientClaims claims;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    PatientClaimResource(PatientClaims claims, ClinicDirectory clinics, Access access, Clock clock) {
        this.claims = claims;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "ClaimLines")
    record View(
            PatientId patient,
            List<ClaimLine> items,

            @Schema(description = "days that were too short for the payer")
            List<ClaimLine.ShortDay> shortDays,

            @Schema(
                    examples = "The note of a session of this day is not signed for the patient.",
                    description = "each reason that holds one of the lines, in words")
            List<String> held) {}

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(
            summary = "Attended days as lines of claims: ready, sent, or held with every reason",
            description = "A hold is for billing only: care goes on.")
    public View list(PatientId patient, @NotNull @Valid @BeanParam BilledDays wanted) {
        access.to(patient);
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var days = Days.past(wanted.from(), wanted.to(), today, "");
        var found = claims.of(patient, days.from(), days.to());
        return new View(patient, found.lines(), found.shortDays(), PatientClaims.sentences(found.lines()));
    }
}
