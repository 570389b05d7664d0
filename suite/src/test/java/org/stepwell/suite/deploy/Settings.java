package org.stepwell.suite.deploy;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Every setting is one that a service reads and the README tells of, and none that a service needs is missing. */
final class Settings implements Check {

    /** A line of the table in deploy/README.md: the name, and whether a service starts without it. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:STEPWELL|KAFKA)_[A-Z_]+)` \\| ([^|]+) \\|");

    /** What Quarkus itself reads. */
    private static final Set<String> QUARKUS = Set.of("QUARKUS_INIT_AND_EXIT");

    private static final String PROXIES = "STEPWELL_LIMITS_TRUSTED_PROXIES";

    private static final List<String> OWNER = List.of("STEPWELL_DATABASE_OWNER", "STEPWELL_DATABASE_OWNER_PASSWORD");

    private static final Set<String> ASKED_AT_EACH_START =
            Set.of("STEPWELL_KAFKA", "STEPWELL_ISSUER", "STEPWELL_SEAL_KEYS");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var table = table();
        var read = Source.settings();
        for (var pod : rendered.pods()) {
            if (pod.isOurs()) {
                var given = given(rendered, pod);
                given.keySet().forEach(name -> {
                    complaints.insist(
                            QUARKUS.contains(name) || read.contains(name) || isKafkas(name),
                            "%s sets %s, which no service reads; correct the name, or take it out",
                            pod.name(),
                            name);
                    complaints.insist(
                            QUARKUS.contains(name) || table.containsKey(name),
                            "%s sets %s, which the table in deploy/README.md lacks; add it there",
                            pod.name(),
                            name);
                });
                table.forEach((name, needed) -> complaints.insist(
                        !needed.equals("yes") || isAnothers(pod, name) || given.containsKey(name),
                        "%s lacks %s, without which a service does not start; add it",
                        pod.name(),
                        name));
                complaints.insist(
                        pod.isMigration()
                                || "false".equals(given.get("STEPWELL_PRODUCTION"))
                                || given.containsKey(PROXIES),
                        "%s: set %s to the Gateway's network, or one caller uses up what all may ask",
                        pod.name(),
                        PROXIES);
                migrates(pod, given, complaints);
                complaints.insist(
                        pod.isMigration() || "system".equals(given.get("STEPWELL_CLOCK")),
                        "%s: set STEPWELL_CLOCK to system",
                        pod.name());
            }
        }
        return complaints.all();
    }

    /** The owner is the migration's, and the migration needs its database and what a start asks for in any case. */
    private static boolean isAnothers(Rendered.Pod pod, String name) {
        return pod.isMigration()
                ? !name.startsWith("STEPWELL_DATABASE_") && !ASKED_AT_EACH_START.contains(name)
                : OWNER.contains(name);
    }

    /** The owner's password is where tables are changed, and nowhere else. */
    private static void migrates(Rendered.Pod pod, Map<String, String> given, Complaints complaints) {
        var migrates = String.valueOf(pod.isMigration());
        complaints.insist(
                migrates.equals(given.get("STEPWELL_DATABASE_MIGRATE")),
                "%s: set STEPWELL_DATABASE_MIGRATE to %s",
                pod.name(),
                migrates);
        complaints.insist(
                pod.isMigration() == "true".equals(given.get("QUARKUS_INIT_AND_EXIT")),
                "%s: QUARKUS_INIT_AND_EXIT is the migration's, which ends; others stay",
                pod.name());
        for (var owner : OWNER) {
            complaints.insist(
                    pod.isMigration() == given.containsKey(owner),
                    "%s: %s is the migration's and nobody else's; move it there",
                    pod.name(),
                    owner);
        }
    }

    /** The names and, where they stand in the manifest, the values. */
    private static Map<String, String> given(Rendered rendered, Rendered.Pod pod) {
        var given = new TreeMap<String, String>();
        pod.containers().forEach(container -> {
            for (JsonNode from : container.path("envFrom")) {
                rendered.named("ConfigMap", from.at("/configMapRef/name").asText())
                        .ifPresent(map -> map.path("data")
                                .properties()
                                .forEach(each ->
                                        given.put(each.getKey(), each.getValue().asText())));
            }
            for (JsonNode each : container.path("env")) {
                given.put(each.path("name").asText(), each.path("value").asText());
            }
        });
        return given;
    }

    private static boolean isKafkas(String variable) {
        var name = variable.replaceFirst("^KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.');
        return variable.startsWith("KAFKA_")
                && ConsumerConfig.configNames().contains(name)
                && ProducerConfig.configNames().contains(name);
    }

    private static Map<String, String> table() {
        try {
            return ROW.matcher(Files.readString(Deploy.FOLDER.resolve("README.md")))
                    .results()
                    .collect(toMap(line -> line.group(1), line -> line.group(2)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
