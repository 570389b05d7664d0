package org.stepwell.suite.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwell.suite.monitoring.PromQl.Match;
import org.stepwell.suite.monitoring.PromQl.Selected;

/** Whoever is woken finds what to do, and each number that is looked at is one that somebody says. */
class MonitoringTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");

    @TempDir
    Path folder;

    @Test
    void nothingIsWrongWithWhatOpsAreToldBy() throws IOException {
        var monitoring = Monitoring.of(Monitoring.FOLDER);

        assertThat(monitoring.alerts()).hasSizeGreaterThan(20);
        assertThat(monitoring.panels()).hasSizeGreaterThan(30);
        assertThat(Complaints.of(monitoring)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.stepwell.suite.monitoring.Mistakes#all")
    void aMistakeIsSaid(String file, String right, String wrong, String complaint) throws IOException {
        copy(Monitoring.FOLDER, folder);
        var changed = folder.resolve(file);
        var before = Files.readString(changed);
        assertThat(before).contains(right);
        Files.writeString(changed, before.replace(right, wrong));

        assertThat(Complaints.of(Monitoring.of(folder)))
                .anySatisfy(said -> assertThat(said).contains(complaint));
    }

    @Test
    void everyTestThatARunbookNamesExists() throws IOException {
        var named = new TreeSet<String>();
        for (var runbook : Monitoring.files(Monitoring.FOLDER.resolve("runbooks"), ".md")) {
            TEST.matcher(Files.readString(runbook)).results().forEach(test -> named.add(test.group(1) + ".java"));
        }
        assertThat(named).hasSizeGreaterThan(15);

        try (var files = Files.find(
                Monitoring.CHECKOUT, 20, (file, _) -> file.toString().matches(".*/src/test/java/.*Test\\.java"))) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .containsAll(named);
        }
    }

    @Test
    void whoeverScrapesNamesTheServiceAsTheJob() throws IOException {
        assertThat(Scraping.complaints(Monitoring.CHECKOUT.resolve("deploy"))).isEmpty();

        var monitor = """
                kind: PodMonitor
                spec:
                  podMetricsEndpoints:
                    - { port: management, path: /q/metrics }
                """;
        Files.writeString(folder.resolve("monitors.yaml"), monitor);
        assertThat(Scraping.complaints(folder))
                .containsExactly(
                        "PodMonitor of monitors.yaml calls all services one job: set jobLabel to app.kubernetes.io/name");
        Files.writeString(folder.resolve("monitors.yaml"), monitor + "  jobLabel: app.kubernetes.io/name\n");
        assertThat(Scraping.complaints(folder)).isEmpty();
    }

    @Test
    void aQueryIsReadAsPrometheusReadsIt() {
        var query = PromQl.read("""
                max by (job, topic) (rate(a_total{uri=~"/(api|fhir)/.+{x}",le="0.3"}[5m])) / on (job) b > 14.4 * 0.001
                and (sum without (pod) (increase(c{outcome!="SENT"}[1h] offset 10m)) unless d:e:ratio5m) >= 1e9
                """);

        assertThat(query.selected())
                .containsExactly(
                        new Selected(
                                "a_total",
                                List.of(new Match("uri", "=~", "/(api|fhir)/.+{x}"), new Match("le", "=", "0.3"))),
                        new Selected("b", List.of()),
                        new Selected("c", List.of(new Match("outcome", "!=", "SENT"))),
                        new Selected("d:e:ratio5m", List.of()));
        assertThat(query.grouped()).containsExactly("job", "pod", "topic");
        assertThat(query.groupings()).containsExactly(Set.of("job", "topic"), Set.of("job"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
    }
}
