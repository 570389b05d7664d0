package org.stepwell.suite.deploy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests, as Kubernetes will see them, for every overlay; needs neither kubectl nor a cluster. */
class ManifestsTest {

    static final Path DEPLOY = Path.of("../deploy");
    private static final Set<String> SERVICES =
            Set.of("enrollment-service", "scheduling-service", "therapy-service", "aftercare-service");

    private static final Map<String, String> PROBES = Map.of(
            "startupProbe",
            "/q/health/started",
            "readinessProbe",
            "/q/health/ready",
            "livenessProbe",
            "/q/health/live");

    /** A line of the settings table in deploy/README.md: the name, and whether a service starts without it. */
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `((?:STEPWELL|KAFKA)_[A-Z_]+)` \\| (yes|no) \\|");

    static List<Overlay> overlays() throws IOException {
        try (var folders = Files.list(DEPLOY.resolve("overlays"))) {
            return folders.sorted().map(Overlay::of).toList();
        }
    }

    /** Each setting's name, and yes where no service starts without it. */
    private static Map<String, String> settingsInTheReadme() throws IOException {
        return SETTING.matcher(Files.readString(DEPLOY.resolve("README.md")))
                .results()
                .collect(toMap(line -> line.group(1), line -> line.group(2)));
    }

    @Test
    void everyManifestIsReachedByAnOverlayAndNoneIsASecret() throws IOException {
        var reached = new HashSet<Path>();
        overlays().forEach(overlay -> reached.addAll(overlay.files()));

        try (var files = Files.walk(DEPLOY)) {
            var manifests =
                    files.filter(file -> file.toString().matches(".*\\.ya?ml")).toList();

            assertThat(reached)
                    .as("name each manifest in a kustomization that an overlay reaches, or take it out")
                    .containsExactlyInAnyOrderElementsOf(manifests);
        }
        for (Path file : reached) {
            assertThat(Kustomization.documents(file))
                    .as("%s: only name a secret; whoever runs the cluster makes it", file)
                    .noneMatch(document -> document.path("kind").asText().equals("Secret"));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServiceIsDeployedWithAllThatBelongsToIt(Overlay overlay) {
        for (String kind : List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget")) {
            assertThat(overlay.names(kind))
                    .as("%s: one %s for each service", overlay, kind)
                    .isEqualTo(SERVICES);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyContainerIsProbedOnTheManagementPort(Overlay overlay) {
        for (JsonNode container : overlay.containers()) {
            PROBES.forEach((probe, path) -> {
                overlay.insist(container, "/%s/httpGet/path".formatted(probe), path);
                overlay.insist(container, "/%s/httpGet/port".formatted(probe), "management");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyPodRunsWithoutRootWithoutRightsAndWithoutAWritableDisk(Overlay overlay) {
        for (JsonNode deployment : overlay.all("Deployment")) {
            var pod = deployment.at("/spec/template/spec");
            overlay.insist(pod, "/securityContext/runAsNonRoot", "true");
            overlay.insist(pod, "/securityContext/runAsUser", "10001");
            overlay.insist(pod, "/securityContext/seccompProfile/type", "RuntimeDefault");
            overlay.insist(pod, "/serviceAccountName", Overlay.name(deployment));
            overlay.insist(pod, "/automountServiceAccountToken", "false");
            assertThat(Overlay.stream(pod.at("/volumes")))
                    .as("%s: make /tmp an emptyDir", overlay)
                    .anyMatch(volume -> volume.path("name").asText().equals("tmp")
                            && volume.path("emptyDir").isObject());
        }
        for (JsonNode container : overlay.containers()) {
            overlay.insist(container, "/securityContext/allowPrivilegeEscalation", "false");
            overlay.insist(container, "/securityContext/readOnlyRootFilesystem", "true");
            overlay.insist(container, "/securityContext/capabilities/drop/0", "ALL");
            overlay.insist(container, "/volumeMounts/0/mountPath", "/tmp");
            assertThat(container.at("/resources/limits/memory").isTextual())
                    .as("%s: limit the memory, or one service starves its node", overlay)
                    .isTrue();
        }
    }

    @Test
    void everySettingAServiceReadsIsInTheReadme() throws IOException {
        var properties = Path.of("../platform/src/main/resources/META-INF/microprofile-config.properties");
        var read = Pattern.compile("\\$\\{(stepwell\\.[a-z.-]+)")
                .matcher(Files.readString(properties))
                .results()
                .map(use -> use.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .toList();

        assertThat(settingsInTheReadme().keySet())
                .as("add the setting to the table in deploy/README.md")
                .containsAll(read);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySettingIsInTheReadmeAndNoneThatAServiceNeedsIsMissing(Overlay overlay) throws IOException {
        var table = settingsInTheReadme();
        var needed = table.keySet().stream()
                .filter(name -> "yes".equals(table.get(name)))
                .toList();

        for (JsonNode container : overlay.containers()) {
            assertThat(table.keySet())
                    .as("%s: correct the setting's name, or add it to the table in README.md", overlay)
                    .containsAll(overlay.settings(container));
            assertThat(overlay.settings(container))
                    .as("%s: give each service the missing setting", overlay)
                    .containsAll(needed)
                    .hasSizeGreaterThan(5);
        }
        overlay.all("ConfigMap").forEach(map -> overlay.insist(map, "/data/STEPWELL_CLOCK", "system"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyImageHasATagThatStaysWhatItIs(Overlay overlay) {
        for (JsonNode container : overlay.containers()) {
            assertThat(container.path("image").asText())
                    .as("%s: set newTag under images", overlay)
                    .matches("[^:]+(:\\d+/[^:]+)?:[^:/]+")
                    .doesNotEndWith(":latest");
        }
    }
}
