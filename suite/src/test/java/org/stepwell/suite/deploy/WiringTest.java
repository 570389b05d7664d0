package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to meet in the manifests does: ports, selectors, flows. */
class WiringTest {

    static List<Overlay> overlays() throws IOException {
        return ManifestsTest.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void dockerfileSettingsContainersServicesAndRoutesAgreeOnPorts(Overlay overlay) throws IOException {
        var dockerfile = Files.readString(ManifestsTest.DEPLOY.resolve("Dockerfile"));
        var expose = Pattern.compile("(?m)^EXPOSE (\\d+) (\\d+)$").matcher(dockerfile);
        assertThat(expose.find())
                .as("Dockerfile: EXPOSE the API port and the management port")
                .isTrue();
        String api = expose.group(1);
        String management = expose.group(2);

        for (JsonNode map : overlay.all("ConfigMap")) {
            overlay.insist(map, "/data/STEPWELL_PORT", api);
            overlay.insist(map, "/data/STEPWELL_MANAGEMENT_PORT", management);
        }
        for (JsonNode container : overlay.containers()) {
            overlay.insist(container, "/ports/0/name", "http");
            overlay.insist(container, "/ports/0/containerPort", api);
            overlay.insist(container, "/ports/1/name", "management");
            overlay.insist(container, "/ports/1/containerPort", management);
        }
        for (JsonNode service : overlay.all("Service")) {
            assertThat(service.at("/spec/ports"))
                    .as("%s: offer the API port only", overlay)
                    .hasSize(1);
            overlay.insist(service, "/spec/ports/0/port", api);
            overlay.insist(service, "/spec/ports/0/targetPort", "http");
        }
        overlay.all("HTTPRoute")
                .forEach(route -> Overlay.stream(route.at("/spec/rules"))
                        .peek(rule -> overlay.insist(rule, "/backendRefs/0/port", api))
                        .forEach(rule -> overlay.named(
                                "Service", rule.at("/backendRefs/0/name").asText())));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySelectorFindsThePodsOfItsOwnServiceOnly(Overlay overlay) {
        for (JsonNode deployment : overlay.all("Deployment")) {
            var name = Overlay.name(deployment);
            var labels = deployment.at("/spec/template/metadata/labels");
            overlay.insist(labels, "/app.kubernetes.io~1name", name);
            assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
            assertThat(overlay.named("Service", name).at("/spec/selector")).isEqualTo(labels);
            assertThat(overlay.named("PodDisruptionBudget", name).at("/spec/selector/matchLabels"))
                    .isEqualTo(labels);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theNetworkIsClosedButForTheFlowsWeKnow(Overlay overlay) {
        var closed = overlay.named("NetworkPolicy", "default-deny").path("spec");

        assertThat(closed.path("podSelector"))
                .as("%s: close the whole namespace", overlay)
                .isEmpty();
        assertThat(closed.path("policyTypes")).extracting(JsonNode::asText).containsExactly("Ingress", "Egress");
        assertThat(closed.size())
                .as("%s: allow flows in a policy of their own", overlay)
                .isEqualTo(2);
        assertThat(overlay.openPorts("ingress"))
                .as("%s: 8080 from the gateway, 9000 from monitoring", overlay)
                .containsExactly(8080, 9000);
        assertThat(overlay.openPorts("egress"))
                .as("%s: names 53, Keycloak 443 and 8443, mail 587, traces 4317, PostgreSQL 5432, Kafka 9093", overlay)
                .containsExactly(53, 443, 587, 4317, 5432, 8443, 9093);
    }
}
