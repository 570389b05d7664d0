package org.stepwell.scheduling.fidelity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.code.RuleSet;

/** The rule sets that enrollment ships, as clinics choose them: what is tested here is what they get. */
final class Presets {

    private static final Path SHIPPED = Path.of("../enrollment-service/src/main/resources/program/rule-sets.json");

    private Presets() {}

    private record Preset(String name, String source, List<String> ofTheHouse, boolean adolescents, RuleSet ruleSet) {}

    static RuleSet of(String code) {
        return Objects.requireNonNull(all().get(code), code);
    }

    static Map<String, RuleSet> all() {
        return shipped().map(Preset::ruleSet).collect(Collectors.toMap(RuleSet::code, rules -> rules));
    }

    /** The fields of each that no source says. */
    static Map<String, List<String>> ofTheHouse() {
        return shipped().collect(Collectors.toMap(preset -> preset.ruleSet().code(), Preset::ofTheHouse));
    }

    private static Stream<Preset> shipped() {
        try {
            return Arrays.stream(JsonMapper.builder().build().readValue(SHIPPED.toFile(), Preset[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
