package org.stepwell.therapy.medication;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What is said as it is ordered. */
    static OrderContent of(@Nullable String instructions, OrderInputs inputs, @Nullable List<OverrideForm> overrides) {
        return new OrderContent(instructions, inputs, List.of()).and(answers(overrides));
    }

    private static List<Answer> answers(@Nullable List<OverrideForm> said) {
        return Objects.requireNonNullElse(said, List.<OverrideForm>of()).stream()
                .map(one -> new Answer(one.check(), one.because()))
                .toList();
    }

    /** The last answer for each check. */
    private OrderContent and(List<Answer> later) {
        var answers = new TreeMap<Check, Answer>();
        Stream.concat(overrides.stream(), later.stream()).forEach(one -> answers.put(one.check(), one));
        return new OrderContent(instructions, inputs, List.copyOf(answers.values()));
    }

    /** The same, with the overrides of what was warned of alone. */
    OrderContent answering(List<Finding> findings) {
        return new OrderContent(instructions, inputs, fitting(overrides, findings));
    }

    /** The same with what was found by now, and with answers to what is warned of by now; what was answered before is answered. */
    OrderContent goesOn(OrderInputs found, @Nullable List<OverrideForm> answered, List<Finding> findings) {
        return new OrderContent(instructions, found, overrides).and(fitting(answers(answered), findings));
    }

    private static List<Answer> fitting(List<Answer> answers, List<Finding> findings) {
        var warned = findings.stream().map(Finding::check).collect(Collectors.toSet());
        return answers.stream().filter(one -> warned.contains(one.check())).toList();
    }

    Set<Check> overridden() {
        return overrides.stream().map(Answer::check).collect(Collectors.toSet());
    }
}
