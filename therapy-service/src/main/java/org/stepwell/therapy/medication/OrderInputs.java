package org.stepwell.therapy.medication;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the checks go by, as the prescriber found it; each is asked for where the product needs it. */
@Schema(name = "MedicationOrderInputs")
record OrderInputs(
        @Schema(description = "asked for naltrexone: which kind of opioid was used last, NONE where none ever was")
        @Nullable
        LastOpioid lastOpioid,

        @Schema(examples = "2026-02-02", description = "the day of it") @Nullable
        LocalDate lastOpioidOn,

        @Schema(examples = "2026-02-25T08:00:00Z", description = "asked for disulfiram") @Nullable
        Instant lastAlcoholAt,

        @Schema(examples = "true", description = "asked for disulfiram: the patient knows what alcohol does with it")
        @Nullable
        Boolean consentsToDisulfiram,

        @Schema(examples = "95", description = "asked for acamprosate: creatinine clearance, mL/min")
        @Nullable
        @Min(0)
        @Max(300)
        Integer creatinineClearance,

        @Schema(examples = "2026-02-20", description = "of naltrexone: the day of the last liver tests") @Nullable
        LocalDate liverTestedOn,

        @Schema(examples = "13", description = "of buprenorphine that is begun: the points of COWS, if it was taken")
        @Nullable
        @Min(0)
        @Max(48)
        Integer cowsTotal) {

    /** How long the last opioid lasts. */
    @Schema(name = "LastOpioid")
    enum LastOpioid {
        NONE,
        SHORT_ACTING,
        /** Methadone, buprenorphine and what is released slowly. */
        LONG_ACTING
    }

    static final OrderInputs NOTHING = new OrderInputs(null, null, null, null, null, null, null);

    /** The same with what was found later; another opioid is said with its day. */
    OrderInputs and(@Nullable OrderInputs later) {
        if (later == null) {
            return this;
        }
        boolean another = later.lastOpioid != null;
        return new OrderInputs(
                another ? later.lastOpioid : lastOpioid,
                another ? later.lastOpioidOn : found(later.lastOpioidOn, lastOpioidOn),
                found(later.lastAlcoholAt, lastAlcoholAt),
                found(later.consentsToDisulfiram, consentsToDisulfiram),
                found(later.creatinineClearance, creatinineClearance),
                found(later.liverTestedOn, liverTestedOn),
                found(later.cowsTotal, cowsTotal));
    }

    private static <T> @Nullable T found(@Nullable T later, @Nullable T before) {
        return later == null ? before : later;
    }
}
