package org.stepwell.enrollment.billing;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.enrollment.billing.Claims.Sent;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** What became of a line that was sent before its attendance was corrected. */
@Path("coverages/{coverage}/claim-corrections")
class ClaimCorrectionResource {

    /** A claim has room for so many. */
    private static final int DIAGNOSES_MAX = 12;

    private final Coverages coverages;
    private final SentClaims sent;
    private final Access access;
    private final Clock clock;

    ClaimCorrectionResource(Coverages coverages, SentClaims sent, Access access, Clock clock) {
        this.coverages = coverages;
        this.sent = sent;
        this.access = access;
        this.clock = clock;
    }

    @Schema(name = "ClaimCorrectionForm")
    record Form(
            @Schema(examples = "2026-03-02") @NotNull LocalDate day,

            @Schema(examples = "0", description = "as the payer has it now; 0 where the line was voided")
            @NotNull
            @Min(0)
            @Max(1_000)
            Integer units,

            @Schema(
                    examples = "[\"F10.20\"]",
                    description = "what it is for, as the payer has it now; left out where that was not corrected")
            @Nullable
            @Size(min = 1, max = DIAGNOSES_MAX)
            List<@NotNull @Pattern(regexp = "F[0-9]{2}(\\.[0-9A-Z]{1,4})?") String> diagnoses) {}

    @Schema(name = "ClaimCorrection")
    record View(
            CoverageId coverage,
            @Schema(examples = "2026-03-02") LocalDate day,
            @Schema(examples = "0") int units,
            @Schema(examples = "[\"F10.20\"]") List<String> diagnoses,

            @Schema(examples = "intake:019a0000-0000-7000-8000-0000000000c2")
            String correctedBy,

            Instant correctedAt) {}

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Say that a line which was sent was corrected or voided with the payer",
            description =
                    "The day is held as CHANGED_SINCE_SENT until the payer has what was attended. One that was voided is billed"
                            + " anew, to whoever covers it now. Nothing is sent by this.")
    public View correct(CoverageId coverage, @NotNull @Valid Form form) {
        var patient = coverages.of(coverage).patient();
        access.to(patient);
        var line = new Sent(coverage, form.day());
        var all = sent.of(coverages.lockedOf(patient).stream().map(Coverage::id).toList());
        var before = all.get(line);
        if (before == null) {
            throw new Refusal(
                    BillingRule.ONLY_WHAT_WAS_SENT_IS_CORRECTED,
                    "Nothing of %s went to this payer.".formatted(form.day()),
                    List.of(new FieldError("/day", "a day that was sent")));
        }
        boolean another = all.entrySet().stream()
                .anyMatch(one -> one.getKey().day().equals(form.day())
                        && !one.getKey().equals(line)
                        && one.getValue().units() > 0);
        if (form.units() > 0 && another) {
            throw new Refusal(
                    BillingRule.BILLED_TO_ANOTHER_SINCE,
                    "Void %s with the other payer first.".formatted(form.day()),
                    List.of(new FieldError("/units", "0 as long as another payer has the day")));
        }
        var by = ClinicContext.current().orElseThrow().actor();
        var now = clock.instant();
        var diagnoses = form.diagnoses() == null ? before.codes().diagnoses() : form.diagnoses();
        sent.corrected(line, before, form.units(), diagnoses, by, now);
        return new View(coverage, form.day(), form.units(), diagnoses, by, now);
    }
}
