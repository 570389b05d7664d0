package org.stepwell.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Policy;

/** The operations of the running service as its own description tells them, ready to be called. */
final class Operations {

    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");
    private static final String ID = "Id";

    // RestAssured is kinder to read, and ten times slower: thousands of calls are made here.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode api;

    private final Set<String> everybodys;

    private Operations(JsonNode api, Set<String> everybodys) {
        this.api = api;
        this.everybodys = everybodys;
    }

    /** One operation: its required query parameters and its body's schema besides. */
    record Operation(
            String verb,
            String path,
            Policy policy,
            List<String> query,
            boolean namesRecord,
            @Nullable JsonNode body) {

        boolean reads() {
            return verb.equals("GET");
        }

        @Override
        public String toString() {
            return verb + " " + path + " by " + policy;
        }
    }

    /** Those of the running service; some records are of no clinic, and {@code everybodys}. */
    static Operations running(Set<String> everybodys) {
        try {
            return new Operations(
                    new ObjectMapper()
                            .readTree(RestAssured.get("/q/openapi?format=json").asString()),
                    everybodys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that ask who calls. */
    List<Operation> guarded() {
        var found = new ArrayList<Operation>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(verb -> verb.getValue().has("operationId"))
                        .map(verb -> read(path.getKey(), verb.getKey(), verb.getValue()))
                        .filter(operation ->
                                operation.policy() != Policy.ANYONE && operation.policy() != Policy.SIGNED_IN)
                        .forEach(found::add));
        return found;
    }

    private Operation read(String path, String verb, JsonNode described) {
        var query = new ArrayList<String>();
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")) {
                query.add(parameter.get("name").asText());
            }
        });
        boolean namesRecord = Stream.concat(IN_PATH.matcher(path).results().map(name -> name.group(1)), query.stream())
                .anyMatch(name -> !everybodys.contains(name));
        var schema = described.at("/requestBody/content/application~1json/schema");
        return new Operation(
                verb.toUpperCase(Locale.ROOT),
                path,
                Policy.valueOf(described.get("x-policy").asText()),
                query,
                namesRecord,
                schema.isMissingNode() ? null : schema);
    }

    /** Calls it about these records, whatever their version, with a body that keeps the schema. */
    HttpResponse<String> call(@Nullable String token, Operation operation, Map<String, String> records) {
        var query = operation.query().stream()
                .map(parameter -> parameter + "=" + value(records, parameter))
                .collect(Collectors.joining("&", "?", ""));
        var path = IN_PATH.matcher(operation.path()).replaceAll(name -> value(records, name.group(1)));
        var body = operation.body();
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path + query))
                .header("Content-Type", "application/json")
                .method(
                        operation.verb(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        made(body, records).toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!operation.reads()) {
            request.header("If-Match", "*")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(Map<String, String> records, String name) {
        return records.getOrDefault(name, UUID.randomUUID().toString());
    }

    private JsonNode made(JsonNode schema, Map<String, String> records) {
        var json = JsonNodeFactory.instance;
        if (schema.has("examples")) {
            return schema.get("examples").get(0);
        }
        if (schema.has("$ref")) {
            var name = schema.get("$ref").asText().replaceAll(".*/", "");
            return name.endsWith(ID) ? json.textNode(idOf(name, records)) : made(named(name), records);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> {
                var made = json.arrayNode();
                for (int i = 0; i < schema.path("minItems").asInt(); i++) {
                    made.add(made(schema.get("items"), records));
                }
                yield made;
            }
            case "boolean" -> json.booleanNode(true);
            case "integer" -> json.numberNode(schema.path("minimum").asInt());
            case "object" -> {
                var made = json.objectNode();
                schema.path("required").forEach(part -> {
                    var name = part.asText();
                    made.set(name, made(schema.get("properties").get(name), records));
                });
                yield made;
            }
            default -> json.textNode("words enough for a form");
        };
    }

    private JsonNode named(String schema) {
        return api.get("components").get("schemas").get(schema);
    }

    private static String idOf(String schema, Map<String, String> records) {
        var name = schema.substring(0, schema.length() - ID.length());
        return value(records, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }
}
