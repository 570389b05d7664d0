package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that our reading of the manifests is kubectl's, where kubectl is installed. */
class KubectlTest {

    /** The generator's hash in the name of a ConfigMap is kubectl's alone. */
    private static final String HASH = "(stepwell-settings)-[a-z0-9]{10}";

    @TempDir
    Path folder;

    @BeforeEach
    void kubectlIsInstalled() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "kubectl"))),
                "kubectl is not on the PATH");
    }

    static List<Overlay> overlays() throws IOException {
        return ManifestsTest.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void kubectlRendersWhatWeCheck(Overlay overlay) throws IOException, InterruptedException {
        var printed = folder.resolve("printed.yaml");
        var kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", overlay.folder().toString())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(kubectl.waitFor()).as("kubectl refused; its reason is above").isZero();
        Files.writeString(printed, Files.readString(printed).replaceAll(HASH, "$1"));

        var ours = byName(overlay.objects());
        var kubectls = byName(Kustomization.documents(printed));
        assertThat(ours).containsOnlyKeys(kubectls.keySet());
        ours.forEach((name, object) -> assertThat(object).as(name).isEqualTo(kubectls.get(name)));
    }

    /** Without the namespace and the version, which we do not fill in; labels and all the rest are compared. */
    private static Map<String, ObjectNode> byName(List<ObjectNode> objects) {
        return objects.stream()
                .map(ObjectNode::deepCopy)
                .peek(object -> object.remove("apiVersion"))
                .peek(object -> object.withObject("/metadata").remove("namespace"))
                .collect(Collectors.toMap(
                        object -> object.path("kind").asText() + " " + Overlay.name(object), object -> object));
    }
}
