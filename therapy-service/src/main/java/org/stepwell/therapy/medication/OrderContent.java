package org.stepwell.therapy.medication;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.medication.OrderForm.OverrideForm;

/** What stands in an order beside its codes; it is sealed whole. */
record OrderContent(@Nullable String instructions, OrderInputs inputs, List<Answer> overrides) {

    /** A warning that was overridden, and why. */
    @Schema(name = "MedicationOverride")
    record Answer(
            Check check,

            @Schema(examples = "Starts at home with a friend; told what to wait for.")
            String because) {}

    /** The same with what was found or answered later; of the overrides, the last for each check. */
    OrderContent and(@Nullable OrderInputs found, @Nullable List<OverrideForm> answered) {
        var answers = new TreeMap<Check, Answer>();
        overrides.forEach(one -> answers.put(one.check(), one));
        Objects.requireNonNullElse(answered, List.<OverrideForm>of())
                .forEach(one -> answers.put(one.check(), new Answer(one.check(), one.because())));
        return new OrderContent(instructions, Objects.requireNonNullElse(found, inputs), List.copyOf(answers.values()));
    }

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
