package org.stepwell.suite.deploy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay, as kubectl renders it, holds what each check asks for; no cluster is needed. */
class GateTest {

    @BeforeEach
    void kubectlIsThere() {
        Deploy.needsKubectl();
    }

    static Stream<Arguments> overlaysAndChecks() {
        return Deploy.overlayNames().stream()
                .flatMap(overlay -> Check.all().stream()
                        .map(check -> Arguments.of(overlay, check.getClass().getSimpleName(), check)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlaysAndChecks")
    void everyOverlayHoldsEachCheck(String overlay, String name, Check check) {
        assertThat(check.complaints(Deploy.overlay(overlay)))
                .as("%s of %s", name, overlay)
                .isEmpty();
    }

    @Test
    void thereIsAnOverlayForTryingOneForStagingAndOneForPeople() {
        assertThat(Deploy.overlayNames()).contains("dev", "production", "staging");
    }

    @Test
    void noTwoOverlaysWriteTheirBackupsToOnePlace() {
        var places = Deploy.overlays().stream()
                .filter(overlay -> !overlay.all("ScheduledBackup").isEmpty())
                .map(overlay -> overlay.all("ObjectStore").stream()
                        .map(store ->
                                store.at("/spec/configuration/destinationPath").asText())
                        .collect(toSet()))
                .toList();

        assertThat(places)
                .hasSizeGreaterThan(1)
                .allMatch(each -> each.size() == 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFlowInTheTableIsOpenSomewhere(@TempDir Path copy) throws IOException {
        var open = new TreeSet<Flows.Flow>();
        Deploy.overlays().forEach(overlay -> open.addAll(Flows.open(overlay)));
        RestoredTest.all(copy).forEach(restored -> open.addAll(Flows.open(restored)));

        assertThat(FlowTable.flows())
                .as("take the flow out of the table in docs/security.md, or open it")
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(open).contains(flow));
    }

    @Test
    void everySchemaIsOfAKindThatWeUse() {
        var kinds = Deploy.overlays().stream()
                .flatMap(overlay -> overlay.objects().stream())
                .map(object -> object.path("kind").asText())
                .toList();

        assertThat(kinds).containsAll(Schemas.written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void renderingTwiceGivesTheSame(String overlay) throws Exception {
        var folder = Deploy.FOLDER.resolve("overlays").resolve(overlay);

        assertThat(Deploy.render(folder.resolve("../" + overlay)).objects())
                .isEqualTo(Deploy.render(folder).objects());
    }

    @Test
    void productionHasItsStoresItsScalersAndItsSecrets() {
        var production = Deploy.overlay("production");

        assertThat(production.names("Cluster")).hasSize(5);
        assertThat(production.names("KafkaNodePool")).containsExactly("broker", "controller");
        assertThat(production.names("HorizontalPodAutoscaler"))
                .isEqualTo(new TreeSet<>(
                        List.of("aftercare-service", "enrollment-service", "scheduling-service", "therapy-service")));
        assertThat(production.names("ExternalSecret")).contains("stepwell-seal-keys", "enrollment-database-owner");
    }
}
