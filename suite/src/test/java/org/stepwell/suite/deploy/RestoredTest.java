package org.stepwell.suite.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.suite.deploy.Mistake.at;
import static org.stepwell.suite.deploy.Mistake.mistake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A production in which a drill is held, or in which a database was put back, holds what the overlays hold. */
class RestoredTest {

    static final List<String> DATABASES = List.of("enrollment", "scheduling", "therapy", "aftercare", "keycloak");

    @TempDir
    static Path copy;

    private static Rendered restored;
    private static Rendered beside;

    @BeforeAll
    static void kubectlRenders() throws IOException {
        Deploy.needsKubectl();
        var all = all(copy);
        beside = all.get(1);
        restored = all.getLast();
    }

    /** With a drill; and with every database put back, first beside the one that serves, then in its place. */
    static List<Rendered> all(Path copy) throws IOException {
        Deploy.copyTo(copy);
        return List.of(withADrill(), putBack(copy, "beside", ""), putBack(copy, "instead", "/switch"));
    }

    private static Rendered withADrill() {
        var production = Deploy.overlay("production");
        var objects = new ArrayList<>(production.objects());
        objects.addAll(Deploy.render(Deploy.FOLDER.resolve("restore/drill")).objects());
        return new Rendered("drill", production.file(), objects);
    }

    private static Rendered putBack(Path copy, String name, String switched) throws IOException {
        return Deploy.render(overlay(copy, name, switched));
    }

    /** Production with every database restored beside it, and with {@code /switch} in its place. */
    static Path overlay(Path copy, String name, String switched) throws IOException {
        var folder = copy.resolve("overlays/" + name);
        Files.createDirectories(folder);
        Files.copy(copy.resolve("overlays/production/namespace.yaml"), folder.resolve("namespace.yaml"));
        var lines = Files.readString(copy.resolve("overlays/production/kustomization.yaml"))
                .replace("resources:\n", "resources:\n" + eachDatabase("  - ../../restore/recovery/%s\n"));
        // As "kustomize edit add component" does it: behind all that are there.
        var components = switched.isEmpty() ? "" : eachDatabase("  - ../../restore/recovery/%s" + switched + "\n");
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                lines.replace("  - ../../base/once\n", "  - ../../base/once\n" + components));
        return folder;
    }

    private static String eachDatabase(String line) {
        return String.join("", DATABASES.stream().map(line::formatted).toList());
    }

    @Test
    void itHoldsEachCheck() {
        for (var rendered : List.of(withADrill(), beside, restored)) {
            assertThat(Check.of(rendered)).as(rendered.name()).isEmpty();
        }
    }

    @Test
    void whatWasReplacedIsNoLongerSaid() {
        assertThat(restored.names("Cluster")).hasSize(5).allMatch(name -> name.endsWith("-restored"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollment", "scheduling", "therapy", "aftercare"})
    void theServiceAndItsMigrationAskWhatWasPutBack(String service) {
        for (var name : List.of("Deployment %s-service", "Job %s-migration")) {
            var pod = restored.pods().stream()
                    .filter(each -> each.name().equals(name.formatted(service)))
                    .findFirst()
                    .orElseThrow();
            assertThat(pod.spec().toString())
                    .contains("//%s-restored-rw:5432/%s?".formatted(service, service))
                    .contains("\"%s-restored-ca\"".formatted(service))
                    .doesNotContain(service + "-database-rw", service + "-database-ca");
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "a restore that writes into the backups it came from",
                        "Cluster therapy-restored",
                        object -> at(object, "/spec/plugins/0/parameters").put("serverName", "therapy-database"),
                        "it would write into the backups of therapy-database"),
                mistake(
                        "a restore of nothing",
                        "Cluster therapy-restored",
                        object -> at(object, "/spec/externalClusters/0/plugin/parameters")
                                .put("serverName", "therapie-database"),
                        "therapie-database is no cluster whose backups are in therapy-backups"),
                mistake(
                        "a moment that nobody can read",
                        "Cluster therapy-restored",
                        object -> at(object, "/spec/bootstrap/recovery/recoveryTarget")
                                .put("targetTime", "yesterday"),
                        "write the moment as"),
                mistake(
                        "a database that takes fewer connections than the one it replaces",
                        "Cluster therapy-restored",
                        object -> at(object, "/spec/postgresql/parameters").put("max_connections", "251"),
                        "set it up like therapy-database, whose postgresql is another"),
                mistake(
                        "a restored database without backups",
                        "ScheduledBackup therapy-restored",
                        object -> at(object, "/spec/cluster").put("name", "therapy-database"),
                        "Cluster therapy-restored: add a ScheduledBackup"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void theGateTurnsRed(String mistake, Consumer<Rendered> spoil, String sentence) {
        var spoilt = beside.copy();
        spoil.accept(spoilt);

        assertThat(Check.of(spoilt)).as(mistake).anyMatch(complaint -> complaint.contains(sentence));
    }

    @Test
    void aDrillIntoATooSmallVolumeTurnsItRed() {
        var drill = withADrill().copy();
        at(drill.named("Cluster", "therapy-database").orElseThrow(), "/spec/storage")
                .put("size", "500Gi");

        assertThat(Check.of(drill))
                .containsExactly("Cluster therapy-drill: make /spec/storage/size as large as that of therapy-database,"
                        + " or it does not fit");
    }

    @Test
    void aDrillLeavesWhatItReadsAlone() {
        var drill = Deploy.render(Deploy.FOLDER.resolve("restore/drill"));

        assertThat(drill.names("Cluster"))
                .containsExactlyElementsOf(
                        DATABASES.stream().map(name -> name + "-drill").sorted().toList());
        assertThat(drill.all("Cluster")).noneMatch((ObjectNode cluster) -> Restores.isServed(cluster));
        assertThat(drill.all("Job"))
                .hasSize(5)
                .allMatch(job -> job.at("/spec/ttlSecondsAfterFinished").isInt());
    }
}
