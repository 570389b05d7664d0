package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trivy, which knows nothing of us, finds nothing of weight in any overlay or in the image's recipe. */
class ConfigScanTest {

    /** Rules that look for letters in names: "PW" is in STEPWELL, and "KEY" in KEYSTORE. SecretsApart looks at values. */
    private static final String PASSED_OVER = """
            AVD-KSV-0109
            AVD-KSV-01010
            """;

    @TempDir
    Path folder;

    /** One run for all, because most of its time goes into reading its rules. */
    @Test
    void nothingOfWeightIsFoundButWhatWasSpoilt() throws IOException, InterruptedException {
        Deploy.needsKubectl();
        var trivy = Trivy.program();
        var scanned = Files.createDirectories(folder.resolve("scanned"));
        for (var overlay : Deploy.overlays()) {
            Files.copy(overlay.file(), scanned.resolve(overlay.name() + ".yaml"));
        }
        var recipe = Files.readString(Deploy.FOLDER.resolve("Dockerfile"));
        Files.writeString(scanned.resolve("Dockerfile"), recipe);
        Files.createDirectories(scanned.resolve("spoilt"));
        Files.writeString(scanned.resolve("spoilt/Dockerfile"), recipe.replaceFirst("(?m)^USER .*$", "USER root"));
        Files.writeString(
                scanned.resolve("spoilt/production.yaml"),
                Files.readString(Deploy.overlay("production").file())
                        .replace("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true"));

        var found = new ObjectMapper().readTree(Trivy.run(scan(trivy, scanned), folder, 5));

        assertThat(findings(found, "spoilt/Dockerfile")).anyMatch(finding -> finding.contains("root"));
        assertThat(findings(found, "spoilt/production.yaml"))
                .anyMatch(finding -> finding.contains("allowPrivilegeEscalation"));
        for (var file : List.of("Dockerfile", "dev.yaml", "staging.yaml", "production.yaml")) {
            assertThat(findings(found, file)).as(file).isEmpty();
        }
    }

    private List<String> scan(Path trivy, Path scanned) throws IOException {
        var passedOver = Files.writeString(folder.resolve("passed-over"), PASSED_OVER);
        return List.of(
                trivy.toString(),
                "config",
                "--quiet",
                "--skip-policy-update",
                "--cache-dir",
                folder.resolve("cache").toString(),
                "--ignorefile",
                passedOver.toString(),
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
