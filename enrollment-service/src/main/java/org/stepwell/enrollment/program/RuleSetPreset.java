package org.stepwell.enrollment.program;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.code.RuleSet;

/** A rule set that clinics start from, in words, and where it comes from. */
@Schema(name = "RuleSetPreset")
record RuleSetPreset(
        @Schema(examples = "Nine hours a week on three to five days, mostly in groups.")
        String name,

        @Schema(examples = "SAMHSA advisory 2021") String source,

        @Schema(
                examples = "[\"noteDueHours\", \"groupSize\"]",
                description = "the fields that no source says, and that have the house's default")
        List<String> ofTheHouse,

        @Schema(examples = "false", description = "for programs of those younger than eighteen alone")
        boolean adolescents,

        RuleSet ruleSet) {}
