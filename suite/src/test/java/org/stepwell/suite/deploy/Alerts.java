package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Alerts look at this installation and at no other, miss each service by the name that it has here, and lead to a page that can be
 * opened; what they and the dashboards ask of brokers, brokers are told to say.
 */
final class Alerts implements Check {

    private static final Pattern NAMESPACE = Pattern.compile("namespace=\"([^\"]*)\"");
    private static final Pattern MISSED = Pattern.compile("absent\\(stepwell_release\\{.*job=\"([a-z]+)-service\"");
    private static final Pattern SERVED = Pattern.compile("deployment=~\"\\(([a-z|]+)\\)-service\"");
    private static final Pattern OF_BROKERS = Pattern.compile("kafka_(?:server|controller)_\\w+");
    private static final Pattern RUNBOOK = Pattern.compile("https://[^ ]+/([a-z-]+\\.md)");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var here = rendered.all("Namespace").stream().map(Rendered::name).collect(Collectors.toSet());
        for (JsonNode rule : rules(rendered)) {
            alert(rule, here, complaints);
        }
        if (!rules(rendered).isEmpty()) {
            var services = rendered.services().stream()
                    .map(pod -> Rendered.name(pod.owner()))
                    .collect(Collectors.toCollection(TreeSet::new));
            complaints.same(
                    "What alerts miss",
                    named(rendered, MISSED),
                    services,
                    "correct absent(stepwell_release) in rules/presence.yaml");
            complaints.same(
                    "What alerts ask to be ready",
                    named(rendered, SERVED),
                    services,
                    "correct NobodyIsServed in rules/presence.yaml");
            brokers(rendered, complaints);
            others(rendered, complaints);
        }
        return complaints.all();
    }

    private static List<JsonNode> rules(Rendered rendered) {
        return rendered.all("PrometheusRule").stream()
                .flatMap(manifest -> Rendered.stream(manifest.at("/spec/groups")))
                .flatMap(group -> Rendered.stream(group.path("rules")))
                .toList();
    }

    /** The services that queries name, one by one or as several at once. */
    private static Set<String> named(Rendered rendered, Pattern pattern) {
        return rules(rendered).stream()
                .flatMap(rule -> pattern.matcher(rule.path("expr").asText()).results())
                .flatMap(found -> Stream.of(found.group(1).split("\\|", -1)))
                .map(name -> name + "-service")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void brokers(Rendered rendered, Complaints complaints) {
        var allowed = rendered.all("Kafka").stream()
                .flatMap(kafka -> Rendered.stream(kafka.at("/spec/kafka/metricsConfig/values/allowList")))
                .map(JsonNode::asText)
                .toList();
        Stream.concat(
                        rendered.all("PrometheusRule").stream(),
                        rendered.named("ConfigMap", "stepwell-dashboards").stream())
                .flatMap(manifest -> OF_BROKERS.matcher(manifest.toString()).results())
                .map(MatchResult::group)
                .distinct()
                .forEach(metric -> complaints.insist(
                        allowed.stream().anyMatch(metric::matches),
                        "Brokers are asked for %s and do not say it; add it to the allowList of the Kafka's metricsConfig",
                        metric));
    }

    /** Who is asked is told to answer. */
    private static void others(Rendered rendered, Complaints complaints) {
        for (JsonNode kafka : rendered.all("Kafka")) {
            complaints.insist(
                    kafka.at("/spec/kafkaExporter").isObject(),
                    "Kafka %s: nobody says kafka_consumergroup_lag; give it a kafkaExporter",
                    Rendered.name(kafka));
        }
        for (JsonNode keycloak : rendered.all("Keycloak")) {
            for (var option : List.of("metrics-enabled", "event-metrics-user-enabled")) {
                complaints.insist(
                        Rendered.stream(keycloak.at("/spec/additionalOptions"))
                                .anyMatch(each -> each.path("name").asText().equals(option)
                                        && each.path("value").asText().equals("true")),
                        "Keycloak %s: nobody says keycloak_user_events_total; set %s to true",
                        Rendered.name(keycloak),
                        option);
            }
        }
    }

    private static void alert(JsonNode rule, Set<String> here, Complaints complaints) {
        var name = rule.path("alert").asText(rule.path("record").asText());
        NAMESPACE
                .matcher(rule.path("expr").asText())
                .results()
                .map(found -> found.group(1))
                .forEach(named -> complaints.insist(
                        here.contains(named),
                        "%s looks at the namespace %s; put its name into the first quotes of the query, where components/monitoring writes ours",
                        name,
                        named));
        if (rule.has("alert")) {
            var page = RUNBOOK.matcher(rule.at("/annotations/runbook_url").asText());
            complaints.insist(
                    page.matches()
                            && Files.isRegularFile(
                                    Deploy.FOLDER.resolve("monitoring/runbooks").resolve(page.group(1))),
                    "%s leads to %s, which nobody can open; write runbooks/NAME.md, and where they are in the annotation of the namespace",
                    name,
                    rule.at("/annotations/runbook_url").asText());
        }
    }
}
