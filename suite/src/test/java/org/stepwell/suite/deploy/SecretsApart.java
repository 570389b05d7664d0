package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret's value is in the tree, and each Secret that a pod waits for is made by somebody. */
final class SecretsApart implements Check {

    private static final Pattern CALLED_SO = Pattern.compile("(?i).*(PASSWORD|SECRET|TOKEN|PRIVATE|_KEY)$");
    private static final Pattern LOOKS_SO =
            Pattern.compile("-----BEGIN|whsec_|://[^/\\s:@]+:[^/\\s:@]+@|\\bey[JK][A-Za-z0-9_-]{20,}");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (JsonNode secret : rendered.all("Secret")) {
            complaints.insist(
                    false, "Secret %s is in the tree; name it, and let a vault make it", Rendered.name(secret));
        }
        for (JsonNode map : rendered.all("ConfigMap")) {
            map.path("data")
                    .properties()
                    .forEach(each -> value(
                            "ConfigMap " + Rendered.name(map),
                            each.getKey(),
                            each.getValue().asText(),
                            complaints));
        }
        for (var pod : rendered.pods()) {
            pod.containers()
                    .forEach(container -> Rendered.stream(container.path("env"))
                            .filter(each -> each.has("value"))
                            .forEach(each -> value(
                                    pod.name(),
                                    each.path("name").asText(),
                                    each.path("value").asText(),
                                    complaints)));
        }
        if (!rendered.all("ExternalSecret").isEmpty()) {
            var made = made(rendered);
            wanted(rendered).distinct().forEach(each -> {
                complaints.insist(
                        made.contains(each.secret()),
                        "Nobody makes the Secret %s; add an ExternalSecret, or correct the name",
                        each.secret());
                complaints.insist(
                        !rendered.names("ExternalSecret").contains(each.secret()) || isTold(each),
                        "Nobody is told to put %s into the entry of %s; say it in deploy/README.md, or correct the key",
                        each.key(),
                        each.secret());
            });
        }
        return complaints.all();
    }

    private static void value(String where, String name, String value, Complaints complaints) {
        complaints.insist(
                value.isEmpty() || !CALLED_SO.matcher(name).matches(),
                "%s: %s has its value in the tree; take it from a Secret",
                where,
                name);
        complaints.insist(
                !LOOKS_SO.matcher(value).find(),
                "%s: %s holds what looks like a secret; take it from a Secret",
                where,
                name);
    }

    /** What a pod or an operator looks for; without a key where it takes the whole. */
    private record Wanted(String secret, String key) {}

    private static Stream<Wanted> wanted(Rendered rendered) {
        var wanted = Stream.<JsonNode>builder();
        for (var object : rendered.objects()) {
            object.findValues("secretKeyRef").forEach(wanted);
            object.findValues("passwordSecret").forEach(wanted);
            object.findValues("usernameSecret").forEach(wanted);
            object.findValues("accessKeyId").forEach(wanted);
            object.findValues("secretAccessKey").forEach(wanted);
            object.findValues("tlsSecret").forEach(wanted);
            if (!object.path("kind").asText().equals("ExternalSecret")) {
                object.findValues("secret").forEach(wanted);
            }
        }
        return wanted.build()
                .filter(each -> !each.path("optional").asBoolean())
                .map(each -> new Wanted(secret(each), each.path("key").asText()))
                .filter(each -> !each.secret().isEmpty());
    }

    private static String secret(JsonNode reference) {
        return reference.isTextual()
                ? reference.asText()
                : reference.path("name").asText(reference.path("secretName").asText());
    }

    /** Those who fill the vault read deploy/README.md: a row for each Secret, with its entries. */
    private static boolean isTold(Wanted wanted) {
        return wanted.key().isEmpty()
                || Source.text(Deploy.FOLDER.resolve("README.md"))
                        .lines()
                        .anyMatch(line -> line.matches(" *\\| .*`%s`.*".formatted(row(wanted.secret())))
                                && line.contains("`%s`".formatted(wanted.key())));
    }

    /** The databases' Secrets share a row. */
    private static String row(String secret) {
        return secret.replaceFirst(
                "^(enrollment|scheduling|therapy|aftercare)-database-.*", "enrollment-database-owner");
    }

    private static Set<String> made(Rendered rendered) {
        var made = new TreeSet<String>();
        made.addAll(rendered.names("ExternalSecret"));
        made.addAll(rendered.names("KafkaUser"));
        rendered.names("Kafka").forEach(kafka -> made.add(kafka + "-cluster-ca-cert"));
        rendered.names("Cluster").forEach(cluster -> made.add(cluster + "-ca"));
        return made;
    }
}
