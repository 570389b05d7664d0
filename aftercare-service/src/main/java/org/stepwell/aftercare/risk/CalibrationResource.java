package org.stepwell.aftercare.risk;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.outcome.SmallCells;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** How the points proved on the clinic's own data, for those who answer for it. */
@Path("risk-calibration")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.QUALITY_REVIEWED)
class CalibrationResource {

    private static final int MONTHS = 12;
    private static final int YEARS_MAX = 5;

    private final Calibration calibration;
    private final SmallCells smallCells;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    CalibrationResource(
            Calibration calibration, SmallCells smallCells, ClinicDirectory clinics, Access access, Clock clock) {
        this.calibration = calibration;
        this.smallCells = smallCells;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    /** The bands of a time. */
    @Schema(name = "RiskCalibrationView")
    record CalibrationView(
            @Schema(examples = "2026-01-01") LocalDate from,
            @Schema(examples = "2026-12-31") LocalDate to,
            List<BandView> bands) {}

    /** Weeks with so many points, and what the next check-in said. */
    @Schema(name = "RiskBandView")
    record BandView(
            RiskLevel level,

            @Schema(description = "null where the look abstained", examples = "6") @Nullable
            Integer pointsFrom,

            @Schema(description = "null where there is no upper end", examples = "8") @Nullable
            Integer pointsTo,

            @Schema(description = "weeks that were looked at; null where they are few", examples = "52") @Nullable
            Integer weeks,

            @Schema(
                    description =
                            "of the weeks whose next check-in is over: those with use in it, or without a contact")
            SmallCells.Share useOrMissed,

            @Schema(description = "of the same: those with use in the next check-in")
            SmallCells.Share use,

            @Schema(description = "of the same: those whose next check-in was missed")
            SmallCells.Share missed) {}

    @GET
    @Transactional
    @Operation(
            summary = "How often weeks with so many points were followed by use, or by a missed check-in",
            description =
                    "Of the weeks from one day to another, both included; of the last twelve months if nothing is said.")
    public CalibrationView calibration(
            @QueryParam("from") @Parameter(description = "the first week's day") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "the last week's day") @Nullable LocalDate to) {
        access.reach();
        var last = to == null ? LocalDate.ofInstant(clock.instant(), clinics.zone()) : to;
        var first = from == null ? last.minusMonths(MONTHS) : from;
        if (first.isAfter(last) || first.isBefore(last.minusYears(YEARS_MAX))) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "From %s to %s is no time of up to five years. Say an earlier from.".formatted(first, last),
                    List.of(new FieldError("from", "a day up to five years before to")));
        }
        return new CalibrationView(
                first,
                last,
                calibration.bands(first, last).stream().map(this::shown).toList());
    }

    private BandView shown(Calibration.Counted band) {
        return new BandView(
                band.band().level(),
                band.band().from(),
                band.band().to(),
                smallCells.shown(band.weeks()),
                smallCells.share(band.useOrMissed(), band.followed()),
                smallCells.share(band.use(), band.followed()),
                smallCells.share(band.missed(), band.followed()));
    }
}
