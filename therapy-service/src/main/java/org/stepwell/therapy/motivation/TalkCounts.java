package org.stepwell.therapy.motivation;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often a patient spoke for change in a session, by its kinds (DARN-CAT), and how often for things as they are.
 *
 * @param sustain sustain talk
 */
@Embeddable
@Schema(name = "TalkCounts")
record TalkCounts(
        @Schema(examples = "3", description = "I want to") @NotNull @Min(0) @Max(MOST)
        Integer desire,

        @Schema(examples = "2", description = "I could") @NotNull @Min(0) @Max(MOST)
        Integer ability,

        @Schema(examples = "4", description = "because") @NotNull @Min(0) @Max(MOST)
        Integer reasons,

        @Schema(examples = "1", description = "I have to") @NotNull @Min(0) @Max(MOST)
        Integer need,

        @Schema(examples = "1", description = "I will") @NotNull @Min(0) @Max(MOST)
        Integer commitment,

        @Schema(examples = "0", description = "I am ready to") @NotNull @Min(0) @Max(MOST)
        Integer activation,

        @Schema(examples = "1", description = "I did") @NotNull @Min(0) @Max(MOST)
        Integer takingSteps,

        @Schema(examples = "6", description = "for things as they are") @NotNull @Min(0) @Max(MOST)
        Integer sustain) {

    private static final long MOST = 500;

    /** How often for change, of all kinds. */
    int forChange() {
        return desire + ability + reasons + need + commitment + activation + takingSteps;
    }

    /** Which part of it all was for change; nothing where nothing was counted. */
    @Nullable
    Integer changePercent() {
        int all = forChange() + sustain;
        return all == 0 ? null : Math.round(100f * forChange() / all);
    }
}
