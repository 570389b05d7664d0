package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Components are chosen one by one: whatever somebody chooses, and whatever they add to an overlay, renders and holds what overlays hold. */
class CombinationsTest {

    private static final List<String> COMPONENTS = Deploy.components();

    /** For trials; Scaling refuses it where people are treated. */
    private static final String ONE_NODE = "single-node-dev";

    @TempDir
    static Path copy;

    @BeforeAll
    static void kubectlRendersACopyOfTheTree() throws IOException {
        Deploy.needsKubectl();
        Deploy.copyTo(copy);
        for (var components : combinations()) {
            combine(components);
        }
        for (var overlay : Deploy.overlayNames()) {
            complete(overlay);
        }
        // All at once, because kubectl waits for its disk more than it computes.
        Stream.concat(
                        combinations().stream().map(CombinationsTest::folder),
                        Deploy.overlayNames().stream().map(CombinationsTest::overlay))
                .toList()
                .parallelStream()
                .forEach(Deploy::render);
    }

    private static void combine(List<String> components) throws IOException {
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
                components:
                %s  - ../../base/once
                images:
                  - {name: stepwell/enrollment, newTag: 0.1.0}
                  - {name: stepwell/scheduling, newTag: 0.1.0}
                  - {name: stepwell/therapy, newTag: 0.1.0}
                  - {name: stepwell/aftercare, newTag: 0.1.0}
                """.formatted(lines(components)));
    }

    /** An overlay with each component that it lacks; before the last one, which says what stands in several objects. */
    private static void complete(String overlay) throws IOException {
        var file = overlay(overlay).resolve("kustomization.yaml");
        var before = Files.readString(file);
        var lacking = COMPONENTS.stream()
                .filter(name -> !before.contains("components/" + name) && !name.equals(ONE_NODE))
                .toList();
        Files.writeString(file, before.replace("components:\n", "components:\n" + lines(lacking)));
    }

    private static String lines(List<String> components) {
        return String.join(
                "",
                components.stream()
                        .map(name -> "  - ../../components/" + name + "\n")
                        .toList());
    }

    private static Path folder(List<String> components) {
        return copy.resolve("combinations/only-" + String.join("-and-", components));
    }

    private static Path overlay(String name) {
        return copy.resolve("overlays").resolve(name);
    }

    /** Every subset, by the bits of its number. */
    static List<List<String>> combinations() {
        return IntStream.range(0, 1 << COMPONENTS.size())
                .mapToObj(chosen -> IntStream.range(0, COMPONENTS.size())
                        .filter(each -> (chosen >> each & 1) == 1)
                        .mapToObj(COMPONENTS::get)
                        .toList())
                .toList();
    }

    static List<String> overlays() {
        return Deploy.overlayNames();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void whateverIsChosenHolds(List<String> components) {
        assertThat(Check.of(Deploy.render(folder(components)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyOverlayTakesWhateverComponentItLacks(String overlay) {
        assertThat(Check.of(Deploy.render(overlay(overlay)))).isEmpty();
    }
}
