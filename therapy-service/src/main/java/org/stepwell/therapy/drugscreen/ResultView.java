package org.stepwell.therapy.drugscreen;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** A result as it is shown. */
@Schema(name = "DrugScreenResult")
record ResultView(
        UUID id,
        @Schema(examples = "FENTANYL") String analyte,
        ResultKind kind,

        @Schema(examples = "59673-4", description = "LOINC, by the method")
        String loinc,

        Outcome outcome,

        @Schema(examples = "260373001", description = "SNOMED CT")
        String snomed,

        @Schema(description = "by what was taken on prescription; false is a reason to talk, and no more")
        boolean expected,

        @Schema(description = "a prescription explains it, as was found in the review")
        boolean explained,

        @Schema(description = "false of what was corrected or confirmed since: it is kept, and counts no more")
        boolean counts,

        @Schema(examples = "1") int version,

        @Schema(description = "of a correction, to staff", examples = "The strip was read the wrong way round.")
        @Nullable
        String because,

        @Schema(
                examples = "An opiates screen misses fentanyl, methadone and buprenorphine, and usually oxycodone.",
                description = "of a presumptive result: what such a screen misses")
        @Nullable
        String misses,

        StaffId recordedBy,
        Instant recordedAt) {

    /** Whether it was found. */
    @Schema(name = "DrugScreenOutcome")
    enum Outcome {
        DETECTED("260373001"),
        NOT_DETECTED("260415000");

        private final String snomed;

        Outcome(String snomed) {
            this.snomed = snomed;
        }

        static Outcome of(boolean detected) {
            return detected ? DETECTED : NOT_DETECTED;
        }

        String snomed() {
            return snomed;
        }
    }
}
