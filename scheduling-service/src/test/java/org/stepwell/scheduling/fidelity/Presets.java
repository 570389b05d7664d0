package org.stepwell.scheduling.fidelity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.stepwell.contracts.code.RuleSet;

/** The rule sets that enrollment ships, as clinics choose them: what is tested here is what they get. */
final class Presets {

    private static final Path SHIPPED = Path.of("../enrollment-service/src/main/resources/program/rule-sets.json");

    private Presets() {}

    private record Preset(String name, String source, RuleSet ruleSet) {}

    static RuleSet of(String code) {
        try {
            var shipped = JsonMapper.builder().build().readValue(SHIPPED.toFile(), Preset[].class);
            return List.of(shipped).stream()
                    .map(Preset::ruleSet)
                    .filter(rules -> rules.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
