package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Components are chosen one by one: whatever somebody chooses renders, and holds what the overlays hold. */
class CombinationsTest {

    private static final List<String> COMPONENTS = components();

    @TempDir
    static Path copy;

    @BeforeAll
    static void kubectlRendersACopyOfTheTree() throws IOException {
        Deploy.needsKubectl();
        Deploy.copyTo(copy);
        everyCombinationIsRendered();
    }

    /** All at once, because kubectl waits for its disk more than it computes. */
    private static void everyCombinationIsRendered() throws IOException {
        for (var components : combinations()) {
            var folder = Files.createDirectories(folder(components));
            Files.copy(copy.resolve("overlays/production/namespace.yaml"), folder.resolve("namespace.yaml"));
            Files.writeString(folder.resolve("kustomization.yaml"), """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    namespace: stepwell
                    resources:
                      - ../../base
                      - ../../data
                      - namespace.yaml
                    components: [%s]
                    images:
                      - {name: stepwell/enrollment, newTag: 0.1.0}
                      - {name: stepwell/scheduling, newTag: 0.1.0}
                      - {name: stepwell/therapy, newTag: 0.1.0}
                      - {name: stepwell/aftercare, newTag: 0.1.0}
                    """.formatted(String.join(
                    ", ",
                    components.stream().map(name -> "../../components/" + name).toList())));
        }
        combinations().parallelStream().forEach(components -> Deploy.render(folder(components)));
    }

    private static Path folder(List<String> components) {
        return copy.resolve("combinations/only-" + String.join("-and-", components));
    }

    static List<List<String>> combinations() {
        var combinations = new ArrayList<List<String>>();
        for (var bits = 0; bits < 1 << COMPONENTS.size(); bits++) {
            var chosen = new ArrayList<String>();
            for (var i = 0; i < COMPONENTS.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(COMPONENTS.get(i));
                }
            }
            combinations.add(chosen);
        }
        return combinations;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void whateverIsChosenHolds(List<String> components) {
        assertThat(Check.of(Deploy.render(folder(components)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "production"})
    void everyOverlayTakesWhateverComponentItLacks(String overlay) throws IOException {
        var folder = copy.resolve("overlays/" + overlay);
        var file = folder.resolve("kustomization.yaml");
        var before = Files.readString(file);
        var lacking = COMPONENTS.stream()
                .filter(name -> !before.contains("components/" + name))
                .map(name -> "  - ../../components/" + name + "\n")
                .toList();
        Files.writeString(file, before.replace("components:\n", "components:\n" + String.join("", lacking)));

        assertThat(lacking).isNotEmpty();
        assertThat(Deploy.render(folder).objects()).isNotEmpty();
    }

    private static List<String> components() {
        try (var folders = Files.list(Deploy.FOLDER.resolve("components"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
