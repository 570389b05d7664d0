package org.stepwell.enrollment.billing;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PayerId;

/**
 * An attended day as a line of a claim. Codes are missing where nobody covers the day, the authorization where none is burned.
 *
 * @param holds every reason why it waits; empty where it is ready or sent
 */
@Schema(name = "ClaimLine")
record ClaimLine(
        @Schema(examples = "2026-03-02") LocalDate day,

        @Schema(examples = "180") int minutes,

        Status status,
        List<Hold> holds,
        @Nullable Billed billed) {

    /** Where it stands. */
    @Schema(name = "ClaimLineStatus")
    enum Status {
        READY,
        HELD,
        SENT
    }

    /** By whose terms it is billed. */
    @Schema(name = "ClaimLineBilled")
    record Billed(
            CoverageId coverage,
            PayerId payer,
            @Schema(examples = "H0015") String procedureCode,
            @Schema(examples = "HF") @Nullable String modifier,
            @Schema(examples = "0906") String revenueCode,

            @Schema(examples = "92") @Nullable String conditionCode,

            @Schema(examples = "F10.20", description = "what the patient is treated for; nicotine alone is no reason")
            List<String> diagnoses,

            @Schema(
                    examples = "2026-03-02",
                    description = "the first day of the treatment; missing where nobody attended after all")
            @Nullable
            LocalDate admitted,

            BillingUnit unit,
            @Schema(examples = "1") int units,
            @Nullable AuthorizationId authorization,

            @Schema(
                    examples = "1",
                    description =
                            "how often the payer was told of this day: 0 before it is sent, more with each correction")
            int told) {

        /** What went to the payer keeps the codes of then; the units are those that were attended. */
        static Billed of(Claims.Cover cover, Claims.AsSent said, @Nullable LocalDate admitted, int units) {
            var codes = said.codes();
            return new Billed(
                    cover.coverage(),
                    cover.payer(),
                    codes.procedure(),
                    codes.modifier(),
                    codes.revenue(),
                    codes.condition(),
                    codes.diagnoses(),
                    admitted,
                    said.unit(),
                    units,
                    said.authorization(),
                    said.told());
        }
    }

    /** A day that was too short for the payer, or lacked a group: it is billed by single services or not at all. */
    @Schema(name = "ShortDay")
    record ShortDay(
            @Schema(examples = "2026-03-06") LocalDate day,

            @Schema(examples = "165") int minutes,

            @Schema(examples = "180", description = "what the payer asks for")
            int dayMinutesMin,

            @Schema(examples = "false", description = "the payer wants a group on each day, and there was none")
            boolean withoutGroup) {}
}
