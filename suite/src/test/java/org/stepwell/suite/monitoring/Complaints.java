package org.stepwell.suite.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stepwell.suite.monitoring.Monitoring.Alert;
import org.stepwell.suite.monitoring.Monitoring.Panel;

/** What is wrong with rules, runbooks, dashboards and their tests, each said so that whoever made it can mend it. */
final class Complaints {

    /** The folder, which components/monitoring makes an address. */
    private static final String RUNBOOKS = "runbooks/";

    private static final List<String> CHAPTERS =
            List.of("## What it means", "## Look first", "## What is safe to do", "## What not to do", "## Shown by");
    private static final List<String> PLACES = List.of("", "runbooks", "rules");
    private static final Pattern FILE = Pattern.compile("`((?:[\\w-]+/)*[\\w-]+\\.(?:md|yaml))`");
    private static final Pattern METRIC = Pattern.compile("`(stepwell_\\w+)`");

    private final Monitoring monitoring;
    private final MetricsPage page;
    private final List<String> found = new ArrayList<>();

    private Complaints(Monitoring monitoring, MetricsPage page) {
        this.monitoring = monitoring;
        this.page = page;
    }

    static List<String> of(Monitoring monitoring) throws IOException {
        var complaints = new Complaints(monitoring, MetricsPage.read());
        for (var alert : monitoring.alerts()) {
            complaints.alert(alert);
        }
        complaints.runbooks();
        monitoring.panels().forEach(complaints::panel);
        complaints.metrics();
        complaints.found.addAll(Queries.complaints(monitoring, complaints.page));
        complaints.kustomization();
        return complaints.found;
    }

    private void insist(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    private void alert(Alert alert) {
        var name = alert.name();
        insist(
                Set.of("page", "ticket").contains(alert.severity()),
                "%s has no severity: say page or ticket".formatted(name));
        insist(alert.summary().endsWith("."), "%s has no summary: say in a sentence what is wrong".formatted(name));
        insist(
                alert.runbook().startsWith(RUNBOOKS) && Files.isRegularFile(runbook(alert)),
                "%s has no runbook: write one and name it in runbook_url".formatted(name));
        insist(monitoring.fires().contains(name), "%s has no test in which it fires: write one".formatted(name));
        insist(
                monitoring.silent().contains(name),
                "%s has no test in which it does not fire: write one".formatted(name));
    }

    private java.nio.file.Path runbook(Alert alert) {
        return monitoring
                .folder()
                .resolve("runbooks")
                .resolve(alert.runbook().substring(alert.runbook().lastIndexOf('/') + 1));
    }

    private void runbooks() {
        for (var runbook : monitoring.runbooks()) {
            var of = monitoring.alerts().stream()
                    .filter(alert -> alert.runbook().endsWith("/" + runbook.name()))
                    .map(Alert::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            insist(!of.isEmpty(), "the runbook %s belongs to no alert: take it away".formatted(runbook.name()));
            insist(
                    runbook.alerts().equals(of),
                    "the runbook %s names the alerts %s: these are %s".formatted(runbook.name(), runbook.alerts(), of));
            insist(
                    runbook.unknownBlocks() == 0,
                    "the runbook %s has a block that is neither promql nor sh: say which".formatted(runbook.name()));
            named(runbook);
            for (var chapter : CHAPTERS) {
                insist(
                        runbook.text().contains("\n" + chapter + "\n"),
                        "the runbook %s says nothing under \"%s\": add it".formatted(runbook.name(), chapter));
            }
        }
    }

    /** What it names in passing: other pages, rules and numbers. */
    private void named(Runbook runbook) {
        FILE.matcher(runbook.text())
                .results()
                .map(file -> file.group(1))
                .filter(file -> PLACES.stream()
                        .map(place -> place.isEmpty()
                                ? Monitoring.CHECKOUT
                                : monitoring.folder().resolve(place))
                        .noneMatch(place -> Files.isRegularFile(place.resolve(file))))
                .forEach(file -> insist(
                        false, "the runbook %s names %s, and there is no such file".formatted(runbook.name(), file)));
        METRIC.matcher(runbook.text())
                .results()
                .map(metric -> metric.group(1))
                .forEach(metric -> insist(
                        page.ofTheServices().contains(metric),
                        "the runbook %s names %s, which docs/metrics.md has not".formatted(runbook.name(), metric)));
    }

    private void panel(Panel panel) {
        var where = "%s, panel %s \"%s\"".formatted(panel.dashboard(), panel.text("id"), panel.text("title"));
        insist(!panel.text("title").isBlank(), "%s has no title: say what it shows".formatted(where));
        insist(panel.text("description").endsWith("."), "%s has no description: say it in a sentence".formatted(where));
        insist(
                !panel.json().at("/fieldConfig/defaults/unit").asText().isBlank(),
                "%s has no unit: say which".formatted(where));
        insist(!panel.json().path("targets").isEmpty(), "%s asks for nothing: give it a query".formatted(where));
    }

    private void metrics() {
        var asked = monitoring.metrics().stream().map(page::row).collect(Collectors.toCollection(TreeSet::new));
        asked.forEach(metric -> insist(
                page.ofTheServices().contains(metric) || page.ofOthers().containsKey(metric),
                "%s is not in docs/metrics.md: correct its name, or say there what it is".formatted(metric)));
        var alerts = monitoring.alerts().stream().map(Alert::name).collect(Collectors.toSet());
        page.looks()
                .forEach(alert -> insist(
                        alerts.contains(alert),
                        "docs/metrics.md says that %s looks, and there is no such alert: correct it".formatted(alert)));
        for (var named : List.of(page.ofTheServices(), page.ofOthers().keySet())) {
            named.forEach(metric -> insist(
                    asked.contains(metric), "nobody asks for %s: take it out of docs/metrics.md".formatted(metric)));
        }
    }

    private void kustomization() throws IOException {
        var said = Files.readString(monitoring.folder().resolve("kustomization.yaml"));
        for (var kind : List.of("rules", "dashboards")) {
            for (var file : Monitoring.files(monitoring.folder().resolve(kind), "")) {
                var name = kind + "/" + file.getFileName();
                insist(
                        said.contains("- " + name + "\n"),
                        "%s is deployed nowhere: add it to kustomization.yaml".formatted(name));
            }
        }
    }
}
