package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A patch that no longer hits anything is dropped without a word: so each is replaced, one after the other, by a test that nothing
 * passes, and kubectl must refuse to render.
 */
class PatchesTest {

    private static final String NOTHING_PASSES = "- {op: test, path: /kind, value: nobody}";
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path copy;

    /** A patch with a target; one without names its object, and kubectl looks for it by itself. */
    private record Patch(Path folder, ObjectNode target) {

        @Override
        public String toString() {
            return "%s: %s".formatted(folder, target);
        }
    }

    @BeforeEach
    void kubectlIsThere() {
        Deploy.needsKubectl();
    }

    @Test
    void everyPatchHitsSomething() throws IOException {
        var patches = patches(Deploy.FOLDER);

        assertThat(patches).isNotEmpty();
        assertThat(misses(patches))
                .as("these patches hit nothing any more; correct their target, or take them out")
                .isEmpty();
    }

    @Test
    void aPatchOfWhatIsNotThereIsFound() throws IOException {
        var dev = Path.of("overlays/dev");
        var spoilt =
                new Patch(dev, YAML.createObjectNode().put("kind", "HTTPRoute").put("name", "stepwel"));

        assertThat(misses(List.of(spoilt))).containsExactly(spoilt);
    }

    private List<Patch> misses(List<Patch> patches) {
        return IntStream.range(0, patches.size())
                .parallel()
                .filter(i -> rendersAll(patches.get(i), copy.resolve("patch" + i)))
                .mapToObj(patches::get)
                .toList();
    }

    /** Whether each overlay that takes the folder renders though nothing passes the patch: then it was not asked. */
    private static boolean rendersAll(Patch patch, Path tree) {
        try {
            Deploy.copyTo(Files.createDirectories(tree));
            var file = tree.resolve(patch.folder()).resolve("kustomization.yaml");
            var kustomization = (ObjectNode) YAML.readTree(file.toFile());
            // Alone, so that no other fails in its place.
            kustomization
                    .putArray("patches")
                    .addObject()
                    .put("patch", NOTHING_PASSES)
                    .set("target", patch.target());
            Files.write(file, YAML.writeValueAsBytes(kustomization));
            return takers(patch.folder(), kustomization, tree).allMatch(PatchesTest::renders);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder itself; a component does not stand alone, and what takes it is rendered. */
    private static Stream<Path> takers(Path folder, JsonNode kustomization, Path tree) throws IOException {
        if (!kustomization.path("kind").asText().equals("Component")) {
            return Stream.of(tree.resolve(folder));
        }
        if (folder.startsWith("restore")) {
            return Stream.of(RestoredTest.overlay(tree, "restored", "/switch"));
        }
        var takers = new ArrayList<Path>();
        for (var overlay : Deploy.overlayNames()) {
            var taker = tree.resolve("overlays").resolve(overlay);
            if (Files.readString(taker.resolve("kustomization.yaml")).contains("../../" + folder + "\n")) {
                takers.add(taker);
            }
        }
        assertThat(takers).as("overlays that take %s", folder).isNotEmpty();
        return takers.stream();
    }

    private static boolean renders(Path folder) {
        try {
            Deploy.render(folder);
            return true;
        } catch (AssertionError refused) {
            assertThat(refused).hasMessageContaining("testing value /kind failed");
            return false;
        }
    }

    private static List<Patch> patches(Path tree) throws IOException {
        var patches = new ArrayList<Patch>();
        try (var files = Files.walk(tree)) {
            for (var file : files.filter(each -> each.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList()) {
                for (JsonNode patch : YAML.readTree(file.toFile()).path("patches")) {
                    if (patch.path("target") instanceof ObjectNode target) {
                        patches.add(new Patch(tree.relativize(file.getParent()), target));
                    }
                }
            }
        }
        return patches;
    }
}
