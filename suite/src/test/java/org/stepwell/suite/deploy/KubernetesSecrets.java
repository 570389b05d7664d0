package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a vault and the operators would have written into a namespace: Secrets by name, values by key. */
public final class KubernetesSecrets {

    private final Map<String, Map<String, byte[]>> secrets = new HashMap<>();

    public KubernetesSecrets with(String secret, String key, byte[] value) {
        secrets.computeIfAbsent(secret, _ -> new LinkedHashMap<>()).put(key, value);
        return this;
    }

    public KubernetesSecrets with(String secret, String key, String value) {
        return with(secret, key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The value that a manifest refers to by name and key; a pod that refers to none does not start, unless it may. */
    Optional<String> value(JsonNode reference) {
        var name = reference.path("name").asText();
        var found = Optional.ofNullable(
                secrets.getOrDefault(name, Map.of()).get(reference.path("key").asText()));
        if (found.isEmpty() && !reference.path("optional").asBoolean()) {
            throw new AssertionError("CreateContainerConfigError: there is no " + reference);
        }
        return found.map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** The files that a volume shows: those it names, or else all. */
    Map<String, byte[]> files(JsonNode volume) {
        var name = volume.path("secretName").asText();
        var all = Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new AssertionError("FailedMount: there is no Secret " + name));
        if (volume.path("items").isMissingNode()) {
            return all;
        }
        var named = new LinkedHashMap<String, byte[]>();
        for (var item : volume.path("items")) {
            var value = Optional.ofNullable(all.get(item.path("key").asText()))
                    .orElseThrow(() -> new AssertionError("FailedMount: %s has no %s".formatted(name, item)));
            named.put(item.path("path").asText(), value);
        }
        return named;
    }
}
