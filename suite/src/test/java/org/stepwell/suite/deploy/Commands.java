package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what a runbook tells to type names what there is: namespaces, workloads, labels, roles, lines of a log. */
final class Commands {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\b(NAMESPACE|SERVICE|CLUSTER|HOST|NAME|KIND|POD|PID)\\b");
    private static final Pattern WORKLOAD = Pattern.compile("(deployment|svc|statefulset|job)/(\\S+)");
    private static final Pattern ROLE = Pattern.compile("usename = '([^']*)'");

    /** Containers that an operator adds, and labels that it gives its pods, and not those of its Jobs. */
    private static final Set<String> OF_OPERATORS = Set.of("postgres", "plugin-barman-cloud");

    private static final Pattern LABEL_OF_OPERATORS =
            Pattern.compile("cnpg.io/(instanceRole=(primary|replica)|podRole=instance)");

    private final Rendered rendered;
    private final Check.Complaints complaints = new Check.Complaints();

    private Commands(Rendered rendered) {
        this.rendered = rendered;
    }

    static List<String> complaints(String script, Rendered rendered, Path folder)
            throws IOException, InterruptedException {
        var commands = new Commands(rendered);
        commands.complaints.insist(
                !PLACEHOLDER.matcher(script).find(), "has a word to be replaced; set a variable in its first line");
        var typed = Typed.type(script, folder, rendered.objects());
        commands.complaints.insist(
                !typed.said().matches("(?s).*(command not found|syntax error|unbound variable).*"), "%s", typed.said());
        for (var said : typed.said()
                .lines()
                .filter(line -> line.matches("(?i)error: unknown .*"))
                .toList()) {
            commands.complaints.insist(false, "kubectl does not know that: %s", said);
        }
        for (var call : typed.of("kubectl")) {
            commands.kubectl(call);
        }
        for (var call : typed.of("grep")) {
            commands.grep(call.getLast());
        }
        return commands.complaints.all();
    }

    private void kubectl(List<String> call) {
        var line = String.join(" ", call);
        var namespaces = rendered.names("Namespace");
        complaints.insist(
                line.startsWith("kubectl get namespaces") || namespaces.contains(after(call, "-n")),
                "%s: say in which namespace (-n %s)",
                line,
                namespaces);
        if (call.contains("logs") && call.contains("-l")) {
            complaints.insist(line.contains("--tail="), "%s: shows ten lines of each pod; say --tail", line);
            complaints.insist(
                    call.contains("--ignore-errors"),
                    "%s: ends at the first pod that has no log; say --ignore-errors",
                    line);
        }
        if (call.contains("-c") && !call.contains("exec")) {
            container(after(call, "-c"), line);
        }
        for (var word : call) {
            var workload = WORKLOAD.matcher(word);
            complaints.insist(!workload.matches() || workloads().contains(word), "%s: there is no %s", line, word);
        }
        labels(after(call, "-l"), line);
        if (call.contains("get")) {
            got(call, line);
        }
        if (call.contains("psql")) {
            sql(call, line);
        }
    }

    private static String after(List<String> call, String word) {
        int at = call.indexOf(word);
        return at < 0 || at + 1 == call.size() ? "" : call.get(at + 1);
    }

    private void container(String name, String line) {
        var ours = rendered.pods().stream()
                .flatMap(Rendered.Pod::containers)
                .map(container -> container.path("name").asText());
        complaints.insist(
                OF_OPERATORS.contains(name) || ours.anyMatch(name::equals), "%s: there is no container %s", line, name);
    }

    private Set<String> workloads() {
        var workloads = new TreeSet<String>();
        rendered.names("Deployment").forEach(name -> workloads.add("deployment/" + name));
        rendered.names("Service").forEach(name -> workloads.add("svc/" + name));
        rendered.names("Cluster").forEach(name -> workloads.add("svc/" + name + "-rw"));
        rendered.names("Keycloak").forEach(name -> workloads.add("statefulset/" + name));
        return workloads;
    }

    private void labels(String selector, String line) {
        for (var label : selector.split(",", -1)) {
            complaints.insist(
                    selector.isEmpty()
                            || LABEL_OF_OPERATORS.matcher(label).matches()
                            || Parties.of(rendered).stream().anyMatch(party -> has(party.labels(), label)),
                    "%s: no pod has the label %s",
                    line,
                    label);
        }
        var kinds = rendered.pods().stream()
                .filter(pod -> Stream.of(selector.split(",", -1)).allMatch(label -> has(pod.labels(), label)))
                .map(pod -> pod.owner().path("kind").asText())
                .distinct()
                .sorted()
                .toList();
        complaints.insist(
                kinds.size() < 2, "%s: finds pods of %s; say which by app.kubernetes.io/component", line, kinds);
    }

    private static boolean has(JsonNode labels, String label) {
        var parts = label.split("=", -1);
        return parts.length == 2 && labels.path(parts[0]).asText().equals(parts[1]);
    }

    /** An object that is asked for by its name is one of ours, or a Secret that a pod of ours has. */
    private void got(List<String> call, String line) {
        int at = call.indexOf("get");
        var kind = call.get(at + 1);
        var name = at + 2 < call.size() ? call.get(at + 2) : "-";
        if (name.startsWith("-")) {
            return;
        }
        var secrets = rendered.pods().stream()
                .flatMap(pod -> Rendered.stream(pod.spec().path("volumes")))
                .map(volume -> volume.at("/secret/secretName").asText());
        var objects = rendered.objects().stream()
                .filter(object -> object.path("kind").asText().equalsIgnoreCase(kind))
                .map(Rendered::name);
        complaints.insist(
                Stream.concat(objects, kind.equals("secret") ? secrets : Stream.empty())
                        .anyMatch(name::equals),
                "%s: there is no %s %s",
                line,
                kind,
                name);
    }

    private void sql(List<String> call, String line) {
        var database = after(call, "-d");
        var cluster = rendered.all("Cluster").stream()
                .filter(each -> call.contains("svc/" + Rendered.name(each) + "-rw"))
                .findFirst();
        complaints.insist(
                cluster.stream()
                        .anyMatch(each -> Restores.bootstrap(each)
                                .path("database")
                                .asText()
                                .equals(database)),
                "%s: there is no database %s",
                line,
                database);
        complaints.insist(after(call, "-U").equals("postgres"), "%s: inside of its pod it is -U postgres", line);
        var sql = call.getLast();
        ROLE.matcher(sql)
                .results()
                .map(role -> role.group(1))
                .forEach(role -> complaints.insist(
                        cluster.stream()
                                .flatMap(each -> Rendered.stream(each.at("/spec/managed/roles")))
                                .map((JsonNode each) -> each.path("name").asText())
                                .anyMatch(role::equals),
                        "%s: the database has no role %s",
                        line,
                        role));
    }

    /** A line that is looked for is one that somebody writes; the level is a field of each. */
    private void grep(String pattern) {
        if (pattern.equals("\"level\":\"ERROR\"") || pattern.equals("LOGIN_ERROR")) {
            return;
        }
        for (var part : pattern.split("\\|", -1)) {
            var written = Pattern.compile(part.replace(".*", "[^\"]*"));
            complaints.insist(
                    Written.loggers().stream()
                            .anyMatch(source -> written.matcher(source).find()),
                    "grep %s: nobody writes \"%s\" into a log",
                    pattern,
                    part);
        }
    }
}
