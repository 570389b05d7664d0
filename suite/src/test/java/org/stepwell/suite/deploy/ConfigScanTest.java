package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trivy, which knows nothing of us, finds nothing of weight in what any overlay runs, or in the image's recipe. */
class ConfigScanTest {

    /**
     * Kinds that it has rules of weight for. Of ConfigMaps it looks at names alone, and takes STEPWELL for a password
     * ("PW") and a KEYSTORE for a key; SecretsApart looks at their values.
     */
    private static final Set<String> SCANNED =
            Set.of("CronJob", "Deployment", "Job", "Namespace", "Service", "ServiceAccount");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** One run for all, because reading its rules takes most of its time; what is alike in overlays is scanned once. */
    @Test
    void nothingOfWeightIsFoundButWhatWasSpoilt() throws IOException, InterruptedException {
        Deploy.needsKubectl();
        var trivy = Trivy.program();
        var scanned = Files.createDirectories(folder.resolve("scanned/spoilt"))
                .resolve("..")
                .normalize();
        var running = running();
        var recipe = Files.readString(Deploy.FOLDER.resolve("Dockerfile"));
        Files.writeString(scanned.resolve("overlays.yaml"), String.join("", running));
        Files.writeString(scanned.resolve("Dockerfile"), recipe);
        Files.writeString(
                scanned.resolve("spoilt/overlays.yaml"),
                running.stream()
                        .filter(object -> object.contains("name: \"therapy-service\""))
                        .map(object ->
                                object.replace("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true"))
                        .collect(Collectors.joining()));
        Files.writeString(scanned.resolve("spoilt/Dockerfile"), recipe.replaceFirst("(?m)^USER .*$", "USER root"));

        var found = JSON.readTree(Trivy.run(scan(trivy, scanned), folder, 10));

        assertThat(findings(found, "spoilt/Dockerfile")).anyMatch(finding -> finding.contains("root"));
        assertThat(findings(found, "spoilt/overlays.yaml"))
                .anyMatch(finding -> finding.contains("allowPrivilegeEscalation"));
        assertThat(findings(found, "Dockerfile")).isEmpty();
        assertThat(findings(found, "overlays.yaml")).isEmpty();
    }

    /** A document for each object. */
    private static List<String> running() {
        return Deploy.overlays().stream()
                .flatMap(overlay -> overlay.objects().stream())
                .filter(object -> SCANNED.contains(object.path("kind").asText()))
                .map(ObjectNode::deepCopy)
                .peek(object -> object.withObject("/metadata").remove("namespace"))
                .map(object -> yaml(object).replaceAll("(stepwell-settings)-[a-z0-9]{10}", "$1"))
                .distinct()
                .toList();
    }

    private static String yaml(ObjectNode object) {
        try {
            return new YAMLMapper().writeValueAsString(object);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<String> scan(Path trivy, Path scanned) {
        return List.of(
                trivy.toString(),
                "config",
                "--quiet",
                "--skip-policy-update",
                "--cache-dir",
                folder.resolve("cache").toString(),
                "--severity",
                "MEDIUM,HIGH,CRITICAL",
                "--format",
                "json",
                scanned.toString());
    }

    private static List<String> findings(JsonNode scanned, String file) {
        var results = Rendered.stream(scanned.path("Results"))
                .filter(result -> result.path("Target").asText().equals(file))
                .toList();
        assertThat(results).as("%s was not scanned", file).hasSize(1);
        return Rendered.stream(results.getFirst().path("Misconfigurations"))
                .map(finding -> "%s %s"
                        .formatted(
                                finding.path("ID").asText(),
                                finding.path("Message").asText()))
                .toList();
    }
}
