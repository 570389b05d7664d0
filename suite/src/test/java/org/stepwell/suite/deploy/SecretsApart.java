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

    /** Made by whoever takes the traces: where that is, the vault does not know. */
    private static final Set<String> BESIDES = Set.of("stepwell-traces");

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
            wanted(rendered)
                    .filter(name -> !made.contains(name))
                    .distinct()
                    .forEach(name -> complaints.insist(
                            false, "Nobody makes the Secret %s; add an ExternalSecret, or correct the name", name));
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

    private static Stream<String> wanted(Rendered rendered) {
        var wanted = Stream.<JsonNode>builder();
        for (var object : rendered.objects()) {
            object.findValues("secretKeyRef").forEach(wanted);
            object.findValues("passwordSecret").forEach(wanted);
            object.findValues("usernameSecret").forEach(wanted);
            object.findValues("accessKeyId").forEach(wanted);
            if (!object.path("kind").asText().equals("ExternalSecret")) {
                object.findValues("secret").forEach(wanted);
            }
        }
        return wanted.build()
                .filter(each -> !each.path("optional").asBoolean())
                .map(each -> each.path("name").asText(each.path("secretName").asText()))
                .filter(name -> !name.isEmpty());
    }

    private static Set<String> made(Rendered rendered) {
        var made = new TreeSet<>(BESIDES);
        made.addAll(rendered.names("ExternalSecret"));
        made.addAll(rendered.names("KafkaUser"));
        rendered.names("Kafka").forEach(kafka -> made.add(kafka + "-cluster-ca-cert"));
        rendered.names("Cluster").forEach(cluster -> made.add(cluster + "-ca"));
        return made;
    }
}
