package org.stepwell.suite.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that {@code deploy/monitoring} says.
 *
 * @param recorded the names under which rules keep what they reckon
 * @param kept the labels that they keep it under, with the values
 * @param asked every query of a rule, a panel or a runbook, with where it stands
 * @param fires the alerts of which a test shows that they fire
 * @param silent the alerts of which a test shows that they do not
 */
record Monitoring(
        Path folder,
        List<Alert> alerts,
        Set<String> recorded,
        Map<String, Set<String>> kept,
        List<Asked> asked,
        List<Panel> panels,
        List<Runbook> runbooks,
        Set<String> fires,
        Set<String> silent) {

    static final Path CHECKOUT = Path.of("..");
    static final Path FOLDER = CHECKOUT.resolve("deploy/monitoring");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern ALERT = Pattern.compile("ALERTS\\{alertname=\"(\\w+)\",alertstate=\"firing\"}");

    record Alert(String name, String severity, String summary, String runbook) {}

    record Asked(String where, String query) {}

    record Panel(String dashboard, JsonNode json) {
        String text(String field) {
            return json.path(field).asText();
        }
    }

    static Monitoring of(Path folder) throws IOException {
        var all = new Monitoring(
                folder,
                new ArrayList<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                Runbook.all(folder.resolve("runbooks")),
                new TreeSet<>(),
                new TreeSet<>());
        for (var file : files(folder.resolve("rules"), ".yaml")) {
            all.addRules(file);
        }
        for (var file : files(folder.resolve("dashboards"), ".json")) {
            all.addDashboard(file);
        }
        for (var file : files(folder.resolve("tests"), ".yaml")) {
            all.addTests(file);
        }
        for (var runbook : all.runbooks) {
            runbook.queries().forEach(query -> all.asked.add(new Asked("runbooks/" + runbook.name(), query)));
        }
        return all;
    }

    static List<Path> files(Path folder, String end) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** What a manifest wraps, as Prometheus itself reads it. */
    static JsonNode groups(Path manifest) throws IOException {
        return YAML.readTree(manifest.toFile()).path("spec");
    }

    static void write(JsonNode groups, Path file) throws IOException {
        YAML.writeValue(file.toFile(), groups);
    }

    private void addRules(Path file) throws IOException {
        for (var group : groups(file).path("groups")) {
            for (var rule : group.path("rules")) {
                var name = rule.path("alert").asText(rule.path("record").asText());
                asked.add(new Asked(
                        "rules/" + file.getFileName() + ", " + name,
                        rule.path("expr").asText()));
                if (rule.has("alert")) {
                    alerts.add(new Alert(
                            name,
                            rule.at("/labels/severity").asText(),
                            rule.at("/annotations/summary").asText(),
                            rule.at("/annotations/runbook_url").asText()));
                } else {
                    recorded.add(name);
                    rule.path("labels")
                            .properties()
                            .forEach(label -> kept.computeIfAbsent(label.getKey(), _ -> new TreeSet<>())
                                    .add(label.getValue().asText()));
                }
            }
        }
    }

    private void addDashboard(Path file) throws IOException {
        for (var panel : new ObjectMapper().readTree(file.toFile()).path("panels")) {
            var shown = new Panel(file.getFileName().toString(), panel);
            panels.add(shown);
            for (var target : panel.path("targets")) {
                asked.add(new Asked(
                        "dashboards/%s, %s".formatted(file.getFileName(), shown.text("title")),
                        target.path("expr").asText()));
            }
        }
    }

    private void addTests(Path file) throws IOException {
        for (var test : YAML.readTree(file.toFile()).path("tests")) {
            for (var expected : test.path("promql_expr_test")) {
                var alert = ALERT.matcher(expected.path("expr").asText());
                if (alert.matches()) {
                    (expected.path("exp_samples").isEmpty() ? silent : fires).add(alert.group(1));
                }
            }
        }
    }

    /** The metrics that are asked for and that no rule keeps. */
    Set<String> metrics() {
        return asked.stream()
                .flatMap(one -> PromQl.read(one.query()).selected().stream())
                .map(PromQl.Selected::metric)
                .filter(metric -> !recorded.contains(metric))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
