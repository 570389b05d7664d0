package org.stepwell.enrollment.program;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The presets, for whoever goes by one without being a program, such as a payer. */
@Singleton
public class RuleSets {

    private final RuleSetPresets presets;

    RuleSets(RuleSetPresets presets) {
        this.presets = presets;
    }

    /** The rule set of a code. */
    public RuleSet of(String code) {
        return presets.of(code);
    }

    /** The minutes that make a program day under a preset; any minute does where it asks for none. */
    public int dayMinutesMin(String code) {
        var least = presets.of(code).dayMinutesMin();
        return least == null ? 1 : least;
    }

    /** Whether a program day without a group is none under a preset. */
    public boolean groupEachDay(String code) {
        return presets.of(code).groupEachDay();
    }

    /** Refuses a code that is none, pointing at the field it stands in. */
    public void mustKnow(String code, String pointer) {
        if (presets.all().stream()
                .map(preset -> preset.ruleSet())
                .map(RuleSet::code)
                .noneMatch(code::equals)) {
            throw new Refusal(
                    ProgramRule.UNKNOWN_RULE_SET,
                    "Choose one of %s."
                            .formatted(presets.all().stream()
                                    .map(preset -> preset.ruleSet().code())
                                    .toList()),
                    List.of(new FieldError(pointer, "unknown rule set")));
        }
    }
}
