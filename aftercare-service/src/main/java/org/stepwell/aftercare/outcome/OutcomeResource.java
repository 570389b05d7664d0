package org.stepwell.aftercare.outcome;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What became of those who left, for those who answer for the clinic. */
@Path("outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.QUALITY_REVIEWED)
class OutcomeResource {

    private static final int MONTHS = 12;
    private static final int YEARS_MAX = 3;

    private final Outcomes outcomes;
    private final SmallCells smallCells;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    OutcomeResource(Outcomes outcomes, SmallCells smallCells, ClinicDirectory clinics, Access access, Clock clock) {
        this.outcomes = outcomes;
        this.smallCells = smallCells;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary =
                    "Follow-up, abstinence, work, mutual help and readmission 7, 30, 90, 180 and 365 days after discharge",
            description =
                    "Of those who left from one day to another, both included; in the last twelve months if nothing is"
                            + " said. Whoever was not heard from is missing, and is taken for nothing else.")
    public OutcomeView outcomes(
            @QueryParam("from") @Parameter(description = "the first last day in the program") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "the last last day in the program") @Nullable LocalDate to,
            @QueryParam("program") @Nullable ProgramId program) {
        access.reach();
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var last = to == null ? today : to;
        var first = from == null ? last.minusMonths(MONTHS) : from;
        if (first.isAfter(last) || first.isBefore(last.minusYears(YEARS_MAX))) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "From %s to %s is no time of up to three years. Say an earlier from.".formatted(first, last),
                    List.of(new FieldError("from", "a day up to three years before to")));
        }
        var wanted = new Outcomes.Wanted(first, last, program);
        return OutcomeView.of(wanted, outcomes.counted(wanted, today, clinics.zone()), smallCells);
    }
}
