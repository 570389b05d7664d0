package org.stepwell.therapy.trend;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.MeasureId;

/** How one questionnaire moved over an episode. */
@Schema(name = "Trend")
record TrendView(
        @Schema(examples = "PHQ-9") String instrument,

        @Schema(
                description =
                        "the first, from intake on, and the last hundred, newest last; whichever service took them")
        List<PointView> points,

        @Schema(description = "missing where nobody published what to expect") @Nullable
        ExpectedView expected) {

    /** What came out, and what moved since the first. */
    @Schema(name = "TrendPoint")
    record PointView(
            MeasureId measure,

            @Schema(examples = "enrollment", description = "which took it")
            String service,

            Instant takenAt,
            @Nullable Integer total,
            @Schema(examples = "MODERATE") @Nullable String band,

            @Schema(description = "what its parts say, as those of the BAM do")
            List<Subscale> parts,

            @Schema(examples = "-6", description = "missing for the first; below zero is better") @Nullable
            Integer sinceFirst,

            @Schema(
                    description =
                            "whether that is more than chance explains; missing where nobody published how much that is")
            Expectation.@Nullable Reliably reliably) {}

    /** What one may expect, and how it goes. */
    @Schema(name = "TrendExpected")
    record ExpectedView(
            Expectation.State state,

            @Schema(
                    examples =
                            "16 on 2026-01-05, 15 on 2026-02-06: 6 % better; from day 28 on, 20 % is expected, or less than 10.")
            String because,

            @Schema(description = "since when it does not go as one may expect, where it does not") @Nullable
            Instant offSince,

            @Schema(examples = "10", description = "from this total on, there is something to treat")
            int cutOff,

            @Schema(examples = "6", description = "a total that moved so far did so by more than chance explains")
            int reliablePoints,

            @Schema(examples = "Gyani et al. 2013, Behaviour Research and Therapy 51:597.")
            String source) {}
}
