package org.stepwell.therapy.medication;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What stands in an order beside its codes; it is sealed whole. */
record OrderContent(@Nullable String instructions, OrderInputs inputs, List<Answer> overrides) {

    /** A warning that was overridden, and why. */
    @Schema(name = "MedicationOverride")
    record Answer(
            Check check,

            @Schema(examples = "Starts at home with a friend; told what to wait for.")
            String because) {}

    /** The same, with the overrides of what was warned of alone. */
    OrderContent answering(List<Finding> findings) {
        var warned = findings.stream().map(Finding::check).collect(Collectors.toSet());
        return new OrderContent(
                instructions,
                inputs,
                overrides.stream().filter(one -> warned.contains(one.check())).toList());
    }

    Set<Check> overridden() {
        return overrides.stream().map(Answer::check).collect(Collectors.toSet());
    }
}
