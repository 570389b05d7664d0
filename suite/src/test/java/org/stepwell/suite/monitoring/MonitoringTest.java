package org.stepwell.suite.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet(
                        "a metric that does not exist",
                        "rules/care.yaml",
                        "stepwell_sessions_overbooked",
                        "stepwell_sessions_overboked",
                        "stepwell_sessions_overboked is not in docs/metrics.md"),
                argumentSet(
                        "a panel of a metric that does not exist",
                        "dashboards/care.json",
                        "max(stepwell_sessions_overbooked{",
                        "max(sessions_overbooked{",
                        "sessions_overbooked is not in docs/metrics.md"),
                argumentSet(
                        "an alert without a runbook",
                        "rules/care.yaml",
                        "runbooks/overbooked.md",
                        "runbooks/no-such-file.md",
                        "Overbooked has no runbook"),
                argumentSet(
                        "a runbook without an alert",
                        "rules/care.yaml",
                        "runbooks/overbooked.md",
                        "runbooks/free-places.md",
                        "the runbook overbooked.md belongs to no alert"),
                argumentSet(
                        "a runbook that does not say what not to do",
                        "runbooks/overbooked.md",
                        "## What not to do",
                        "## More",
                        "the runbook overbooked.md says nothing under \"## What not to do\""),
                argumentSet(
                        "an alert without a test in which it fires",
                        "tests/care.yaml",
                        "alertname=\"Overbooked\"",
                        "alertname=\"Other\"",
                        "Overbooked has no test in which it fires"),
                argumentSet(
                        "an alert without a test in which it does not",
                        "tests/care.yaml",
                        "        exp_samples: []\n",
                        "        exp_samples: [{ labels: x, value: 1 }]\n",
                        "Overbooked has no test in which it does not fire"),
                argumentSet(
                        "an alert that nobody knows how urgent it is",
                        "rules/care.yaml",
                        "severity: page",
                        "severity: critical",
                        "Overbooked has no severity"),
                argumentSet(
                        "a panel without a unit",
                        "dashboards/care.json",
                        "\"unit\": \"s\", ",
                        "",
                        "\"Danger that nobody has taken\" has no unit"),
                argumentSet(
                        "an alert in which one installation hides another",
                        "rules/care.yaml",
                        "max by (namespace, job) (stepwell_sessions_overbooked)",
                        "max by (job) (stepwell_sessions_overbooked)",
                        "rules/care.yaml, Overbooked mixes installations"),
                argumentSet(
                        "an alert on all installations at once",
                        "rules/privacy.yaml",
                        "max by (namespace) (stepwell_breakglass_open)",
                        "max(stepwell_breakglass_open)",
                        "rules/privacy.yaml, BreakGlassOpen takes all installations for one"),
                argumentSet(
                        "a panel of all installations",
                        "dashboards/care.json",
                        "max(stepwell_sessions_overbooked{namespace=\\\"$namespace\\\"})",
                        "max(stepwell_sessions_overbooked)",
                        "shows stepwell_sessions_overbooked of all installations"),
                argumentSet(
                        "a label that somebody else's metric has not",
                        "rules/data.yaml",
                        "cnpg_collector_sync_replicas{value=",
                        "cnpg_collector_sync_replicas{valeu=",
                        "selects cnpg_collector_sync_replicas by [valeu]"),
                argumentSet(
                        "a promise that nobody counts",
                        "rules/burns.yaml",
                        "ratio1h{promise=\"reads\"}",
                        "ratio1h{promise=\"reeds\"}",
                        "asks for reeds of stepwell:bad:ratio1h, which no rule keeps"),
                argumentSet(
                        "a runbook that asks for a metric that does not exist",
                        "runbooks/overbooked.md",
                        "stepwell_sessions_overbooked",
                        "stepwell_sessions_overboked",
                        "stepwell_sessions_overboked is not in docs/metrics.md"),
                argumentSet(
                        "a rule that is deployed nowhere",
                        "kustomization.yaml",
                        "  - rules/care.yaml\n",
                        "",
                        "rules/care.yaml is deployed nowhere"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
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
