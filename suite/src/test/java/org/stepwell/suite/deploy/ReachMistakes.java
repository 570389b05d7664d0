package org.stepwell.suite.deploy;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.stepwell.suite.deploy.Mistake.at;
import static org.stepwell.suite.deploy.Mistake.mistake;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes in what only others read: a Gateway, Prometheus, a collector of traces, those who count the hours. */
final class ReachMistakes {

    private ReachMistakes() {}

    static Stream<Arguments> all() {
        return Stream.of(routes(), monitors(), traces(), collector(), schedules())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> routes() {
        return Stream.of(
                mistake(
                        "a route of a Gateway that is not there",
                        "HTTPRoute letters",
                        object -> at(object, "/spec/parentRefs/0").put("name", "stepwel"),
                        "HTTPRoute letters: set /spec/parentRefs/0/name to stepwell (it is stepwel)"),
                mistake(
                        "a Gateway in another namespace",
                        "HTTPRoute stepwell",
                        object -> at(object, "/spec/parentRefs/0").remove("namespace"),
                        "HTTPRoute stepwell: set /spec/parentRefs/0/namespace to stepwell-gateway"),
                mistake(
                        "a listener that the Gateway lacks",
                        "HTTPRoute identity",
                        object -> at(object, "/spec/parentRefs/0").put("sectionName", "http"),
                        "HTTPRoute identity: set /spec/parentRefs/0/sectionName to https (it is http)"),
                mistake(
                        "a route of no Gateway",
                        "HTTPRoute identity",
                        object -> at(object, "/spec").remove("parentRefs"),
                        "HTTPRoute identity: let it hang on one Gateway"));
    }

    private static Stream<Arguments> monitors() {
        return Stream.of(
                asked("stepwell", "port", "http", "PodMonitor stepwell asks therapy-service at the wrong place"),
                asked("stepwell", "path", "/metrics", "it says its numbers at port management, http/q/metrics"),
                asked("databases", "port", "metrik", "PodMonitor databases asks therapy-database at the wrong place"),
                asked("kafka", "path", "/q/metrics", "PodMonitor kafka asks kafka-exporter at the wrong place"),
                asked("keycloak", "scheme", "http", "it says its numbers at port management, https/metrics"),
                asked("strimzi", "port", "metrics", "PodMonitor strimzi asks Strimzi's operator at the wrong place"),
                mistake(
                        "an operator by a label that it has not",
                        "PodMonitor strimzi",
                        object -> at(object, "/spec/selector/matchLabels").put("strimzi.io/kind", "operator"),
                        "PodMonitor strimzi looks in other namespaces for others than Strimzi's operator"),
                mistake(
                        "one who says no numbers",
                        "PodMonitor stepwell",
                        object -> at(object, "/spec/selector/matchLabels")
                                .put("app.kubernetes.io/component", "migration"),
                        "PodMonitor stepwell finds therapy-migration, which says no numbers"),
                mistake(
                        "a Prometheus that is not let in",
                        "NetworkPolicy databases",
                        object -> at(object, "/spec/ingress/1/ports/0").put("port", 9178),
                        "PodMonitor databases is not let in at therapy-database on 9187"));
    }

    private static Arguments asked(String monitor, String field, String wrong, String sentence) {
        return mistake(
                "numbers of %s at the %s %s".formatted(monitor, field, wrong),
                "PodMonitor " + monitor,
                object -> at(object, "/spec/podMetricsEndpoints/0").put(field, wrong),
                sentence);
    }

    private static Stream<Arguments> traces() {
        return Stream.of(
                told("http://otel-colector:4317"),
                told("http://otel-collector:4318"),
                mistake(
                        "traces at the port that probes ask",
                        "Service otel-collector",
                        object -> at(object, "/spec/ports/0").put("targetPort", "health"),
                        "The collector listens at \"0.0.0.0:4317\", where its pod's port health"));
    }

    private static Arguments told(String address) {
        Consumer<Rendered> spoil = rendered ->
                rendered.settings().orElseThrow().withObject("/data").put("STEPWELL_TRACES", address);
        return arguments("traces to " + address, spoil, "STEPWELL_TRACES leads to %s, where no".formatted(address));
    }

    private static Stream<Arguments> collector() {
        return Stream.of(
                collector("        - batch", "        - bach", "uses of its processors lacks batch"),
                collector("  otlp_grpc:", "  otlp_rpc:", "/etc/otel/config.yaml: $.exporters: property 'otlp_rpc'"),
                collector("check_interval:", "check_intervall:", "property 'check_intervall' is not defined"),
                collector("    - health_check", "    - healthcheck", "uses of its extensions lacks health_check"),
                collector("0.0.0.0:4317", "0.0.0.0:4371", "The collector listens at \"0.0.0.0:4371\""),
                collector("0.0.0.0:13133", "127.0.0.1:13133", "where its pod's port health leads to [0.0.0.0:13133]"),
                collector("TRACES_BACKEND", "TRACE_BACKEND", "hands traces on to ${env:STEPWELL_TRACE_BACKEND}"),
                mistake(
                        "a file that the collector is not given",
                        "Deployment otel-collector",
                        object -> at(object, Mistake.API + "/volumeMounts/0").put("mountPath", "/etc/otelcol"),
                        "is told to read /etc/otel/config.yaml, which no ConfigMap of it has"));
    }

    private static Arguments collector(String right, String wrong, String sentence) {
        Consumer<Rendered> spoil = rendered -> rendered.all("ConfigMap").stream()
                .map(map -> map.withObject("/data"))
                .filter(data -> data.has("config.yaml"))
                .forEach(data -> data.put(
                        "config.yaml", data.path("config.yaml").asText().replace(right, wrong)));
        return arguments("a collector that is told " + wrong.strip(), spoil, sentence);
    }

    private static Stream<Arguments> schedules() {
        return Stream.of(
                scheduled("CronJob therapy-audit-verify", "40 25 * * *"),
                scheduled("CronJob therapy-audit-verify", "0 40 3 * * *"),
                scheduled("CronJob therapy-audit-verify", "40 3 * * 1-7"),
                scheduled("CronJob therapy-audit-verify", "every night"),
                scheduled("ScheduledBackup therapy-nightly", "0 2 15 0 * *"),
                mistake(
                        "a night that is the node's",
                        "CronJob therapy-audit-verify",
                        object -> at(object, "/spec").remove("timeZone"),
                        "CronJob therapy-audit-verify: set /spec/timeZone to Etc/UTC"));
    }

    private static Arguments scheduled(String object, String schedule) {
        return mistake(
                "%s at %s".formatted(object, schedule),
                object,
                spoilt -> at(spoilt, "/spec").put("schedule", schedule),
                "%s: nobody reads the schedule \"%s\"".formatted(object, schedule));
    }
}
