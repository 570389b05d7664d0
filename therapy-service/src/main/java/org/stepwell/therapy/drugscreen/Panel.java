package org.stepwell.therapy.drugscreen;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several analytes that are ordered together. */
@Schema(name = "DrugScreenPanel")
record Panel(
        @Schema(examples = "65750-2") String loinc,

        @Schema(examples = "Drugs of abuse 5 panel by screen")
        String name,

        @Schema(description = "those that are always in it; others are named in the order")
        List<String> analytes,

        @Schema(description = "whether what is found is confirmed without another order")
        boolean reflex) {}
