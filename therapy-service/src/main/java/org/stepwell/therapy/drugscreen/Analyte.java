package org.stepwell.therapy.drugscreen;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.formulary.Substance;

/** What a screen looks for in urine, with its LOINC codes ("Presence in Urine"). */
@Schema(name = "DrugScreenAnalyte")
record Analyte(
        @Schema(examples = "FENTANYL") String code,
        @Schema(examples = "fentanyl") String name,

        @Schema(examples = "11235-9", description = "by any method; missing where LOINC has none") @Nullable
        String generic,

        @Schema(examples = "59673-4", description = "by a screen")
        String screen,

        @Schema(examples = "40839-3", description = "by confirmation")
        String confirm,

        @Schema(description = "whether it is an opioid, or comes of one")
        boolean opioid,

        @Schema(description = "what is taken on prescription that makes it expected")
        Set<Substance> because,

        @Schema(description = "what is taken on prescription that makes its absence a reason to talk")
        Set<Substance> missed,

        @Schema(
                examples = "An opiates screen misses fentanyl, methadone and buprenorphine, and usually oxycodone.",
                description = "what an immunoassay of it misses, where that is known to mislead")
        @Nullable
        String misses) {

    String loinc(ResultKind kind) {
        return kind == ResultKind.CONFIRMED ? confirm : screen;
    }
}
