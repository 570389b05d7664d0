package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file in deploy/ is used; needs no kubectl. */
class TreeTest {

    @Test
    void everyManifestIsReachedByAnOverlay() throws IOException {
        var reached = new TreeSet<Path>();
        for (var overlay : Deploy.overlayNames()) {
            reach(Deploy.FOLDER.resolve("overlays").resolve(overlay), reached);
        }
        // Chosen when they are needed (docs/operations.md, section 5).
        var restore = Deploy.FOLDER.resolve("restore");
        reach(restore.resolve("drill"), reached);
        for (var database : RestoredTest.DATABASES) {
            reach(restore.resolve("recovery").resolve(database), reached);
            reach(restore.resolve("recovery").resolve(database).resolve("switch"), reached);
        }

        assertThat(manifests())
                .as("name each manifest in a kustomization that an overlay reaches, or take it out")
                .isNotEmpty()
                .allSatisfy(file -> assertThat(reached).contains(file));
    }

    @Test
    void noManifestIsASecret() throws IOException {
        for (var file : manifests()) {
            if (file.toString().endsWith("yaml")) {
                assertThat(Deploy.documents(file))
                        .as("%s: only name a secret; whoever runs the cluster makes it", file)
                        .noneMatch(document -> document.path("kind").asText().equals("Secret"));
            }
        }
    }

    /** Rules, dashboards and what whoever restores runs by hand have tests of their own. */
    private static Set<Path> manifests() throws IOException {
        try (var files = Files.walk(Deploy.FOLDER)) {
            return new TreeSet<>(files.filter(file -> file.toString().matches(".*\\.(ya?ml|sql)"))
                    .filter(file -> !file.startsWith(Deploy.FOLDER.resolve("monitoring")))
                    .filter(file -> !file.endsWith("versions.sql"))
                    .toList());
        }
    }

    private static void reach(Path folder, Set<Path> reached) {
        var file = folder.resolve("kustomization.yaml");
        assertThat(file)
                .as("%s is named, and has no kustomization.yaml", folder)
                .isRegularFile();
        if (!reached.add(file)) {
            return;
        }
        var kustomization = Deploy.documents(file).getFirst();
        Stream.of("resources", "components", "configurations")
                .flatMap(field -> Rendered.stream(kustomization.path(field)))
                .map(JsonNode::asText)
                .forEach(name -> reach(folder, name, reached));
        Rendered.stream(kustomization.path("patches"))
                .filter(patch -> patch.has("path"))
                .forEach(patch -> reach(folder, patch.path("path").asText(), reached));
        Rendered.stream(kustomization.path("configMapGenerator"))
                .flatMap(generator -> Rendered.stream(generator.path("files")))
                .forEach(name -> reach(folder, name.asText(), reached));
    }

    private static void reach(Path folder, String name, Set<Path> reached) {
        var path = folder.resolve(name).normalize();
        if (Files.isDirectory(path)) {
            reach(path, reached);
        } else {
            reached.add(path);
        }
    }
}
