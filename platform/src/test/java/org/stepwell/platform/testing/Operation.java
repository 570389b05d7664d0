package org.stepwell.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Policy;

/**
 * One operation: the records that its path names, its required query parameters and the others, and its body's schema or
 * that it takes bytes.
 *
 * @param discloses what it says that it lets out; empty where nothing leaves by it
 * @param described all that is said of it
 */
record Operation(
        String verb,
        String path,
        Policy policy,
        Set<String> discloses,
        List<String> named,
        List<String> query,
        List<String> optional,
        boolean namesRecord,
        @Nullable JsonNode body,
        boolean takesBytes,
        JsonNode described) {

    /** Bodies of this kind are files. */
    static final String BYTES = "application/octet-stream";

    /** The names in a path. */
    static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

    /** Those of its path's names that are patients. */
    List<String> patients() {
        return described
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("path")
                        && parameter.at("/schema/$ref").asText().endsWith("/PatientId"))
                .map(parameter -> parameter.get("name").asText())
                .toList();
    }

    boolean reads() {
        return verb.equals("GET");
    }

    /** Whether it lists what its caller does not name, a page after the other. */
    boolean lists() {
        return reads() && !namesRecord && optional.contains("after");
    }

    /** As tests call it. */
    String name() {
        return verb + " " + path;
    }

    @Override
    public String toString() {
        return verb + " " + path + " by " + policy;
    }

    /** As it is described; some records are of no clinic, and {@code everybodys}. */
    static Operation of(String path, String verb, JsonNode described, Set<String> everybodys) {
        var query = new ArrayList<String>();
        var optional = new ArrayList<String>();
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                (parameter.path("required").asBoolean() ? query : optional)
                        .add(parameter.get("name").asText());
            }
        });
        var named = IN_PATH.matcher(path)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !everybodys.contains(name))
                .toList();
        var discloses = described
                .path("x-discloses")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        boolean namesRecord = !named.isEmpty() || query.stream().anyMatch(name -> !everybodys.contains(name));
        var schema = described.at("/requestBody/content/application~1json/schema");
        return new Operation(
                verb.toUpperCase(Locale.ROOT),
                path,
                Policy.valueOf(described.get("x-policy").asText()),
                discloses,
                named,
                query,
                optional,
                namesRecord,
                schema.isMissingNode() ? null : schema,
                described.path("requestBody").path("content").has(BYTES),
                described);
    }
}
