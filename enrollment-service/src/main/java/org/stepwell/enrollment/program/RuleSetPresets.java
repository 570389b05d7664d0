package org.stepwell.enrollment.program;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The rule sets that come with Stepwell: data, in {@code program/rule-sets.json}. States and payers differ, and change them. */
@Singleton
class RuleSetPresets {

    private static final String FILE = "/program/rule-sets.json";

    private final List<RuleSetPreset> all = read();

    List<RuleSetPreset> all() {
        return all;
    }

    /** The rule set of a code; a code that is none is refused, with those there are. */
    RuleSet of(String code) {
        return named(code).ruleSet();
    }

    /** The same for a program: what is enough for adolescents is not for adults. */
    RuleSet forProgram(String code, boolean adolescents) {
        var preset = named(code);
        if (preset.adolescents() && !adolescents) {
            throw new Refusal(
                    ProgramRule.RULES_FIT_AGE,
                    "%s is for adolescents, and the program is for adults.".formatted(code),
                    List.of(new FieldError("/ruleSet", "a rule set for adults")));
        }
        return preset.ruleSet();
    }

    private RuleSetPreset named(String code) {
        return all.stream()
                .filter(preset -> preset.ruleSet().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ProgramRule.UNKNOWN_RULE_SET,
                        "Choose one of %s, or say your own in ownRules.".formatted(codes()),
                        List.of(new FieldError("/ruleSet", "unknown rule set"))));
    }

    private String codes() {
        return String.join(
                ", ", all.stream().map(preset -> preset.ruleSet().code()).toList());
    }

    static List<RuleSetPreset> read() {
        try (var file = RuleSetPresets.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("%s can not be read".formatted(FILE), e);
        }
    }
}
