package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Policy;

/** The operations of the running service as its own description tells them, ready to be called. */
final class Operations {

    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");
    private static final Set<Policy> UNASKED = EnumSet.of(Policy.ANYONE, Policy.SIGNED_IN);
    private static final String ID = "Id";
    private static final String BYTES = "application/octet-stream";

    // RestAssured is kinder to read, and ten times slower: thousands of calls are made here.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonNode api;

    private final Set<String> everybodys;

    private Operations(JsonNode api, Set<String> everybodys) {
        this.api = api;
        this.everybodys = everybodys;
    }

    /** One operation: the records that its path names, its required query parameters, and its body's schema or that it takes bytes. */
    record Operation(
            String verb,
            String path,
            Policy policy,
            List<String> named,
            List<String> query,
            boolean namesRecord,
            @Nullable JsonNode body,
            boolean takesBytes) {

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
            return new Operations(new ObjectMapper().readTree(OpenApiTestBase.description("json")), everybodys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that ask who calls. */
    List<Operation> guarded() {
        return all().filter(operation -> !UNASKED.contains(operation.policy())).toList();
    }

    /** All that anybody may call, or anybody who is signed in. */
    List<Operation> open() {
        return all().filter(operation -> UNASKED.contains(operation.policy())).toList();
    }

    private Stream<Operation> all() {
        return api.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(verb -> verb.getValue().has("operationId"))
                        .map(verb -> read(path.getKey(), verb.getKey(), verb.getValue())));
    }

    private Operation read(String path, String verb, JsonNode described) {
        var query = new ArrayList<String>();
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")) {
                query.add(parameter.get("name").asText());
            }
        });
        var named = IN_PATH.matcher(path)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !everybodys.contains(name))
                .toList();
        boolean namesRecord = !named.isEmpty() || query.stream().anyMatch(name -> !everybodys.contains(name));
        var schema = described.at("/requestBody/content/application~1json/schema");
        return new Operation(
                verb.toUpperCase(Locale.ROOT),
                path,
                Policy.valueOf(described.get("x-policy").asText()),
                named,
                query,
                namesRecord,
                schema.isMissingNode() ? null : schema,
                described.path("requestBody").path("content").has(BYTES));
    }

    /** Calls it about these records, whatever their version, with a body that has what the schema requires. */
    HttpResponse<String> call(@Nullable String token, Operation operation, Map<String, String> records) {
        var body = operation.body();
        return call(
                token, operation, records, body == null ? null : text(new Form(records, Breadth.REQUIRED).made(body)));
    }

    /** Calls it about these records with a body that was made before. */
    HttpResponse<String> send(@Nullable String token, Operation operation, Map<String, String> records, String body) {
        return call(token, operation, records, body);
    }

    /** Whole bodies of an operation, in each of which one value is another, as this piece of JSON has it. */
    List<String> spoiled(Operation operation, Map<String, String> records, String piece, boolean textsOnly) {
        var whole = new Form(records, Breadth.WHOLE).made(Objects.requireNonNull(operation.body()));
        var leaves = new ArrayList<JsonPointer>();
        leaves(whole, JsonPointer.empty(), leaves);
        return leaves.stream()
                .filter(leaf -> !textsOnly || isText(whole.at(leaf)))
                .map(leaf -> spoiled(whole.deepCopy(), leaf, piece))
                .toList();
    }

    /** Words of people: no codes, ids, dates and times. */
    private static boolean isText(JsonNode leaf) {
        return leaf.isTextual() && !leaf.asText().matches("[A-Z0-9_]+|[0-9a-f-]{36}|[0-9:.TZ-]+");
    }

    private static void leaves(JsonNode node, JsonPointer here, List<JsonPointer> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(field.getValue(), here.appendProperty(field.getKey()), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), here.appendIndex(i), found);
            }
        } else if (!here.matches()) {
            found.add(here);
        }
    }

    private static String spoiled(JsonNode whole, JsonPointer leaf, String piece) {
        var mark = JsonNodeFactory.instance.textNode("spoiled-here");
        var last = leaf.last();
        if (whole.at(leaf.head()) instanceof ObjectNode parent) {
            parent.set(last.getMatchingProperty(), mark);
        } else if (whole.at(leaf.head()) instanceof ArrayNode parent) {
            parent.set(last.getMatchingIndex(), mark);
        }
        return whole.toString().replace("\"spoiled-here\"", piece);
    }

    private static String text(JsonNode body) {
        return body.toString();
    }

    /** Calls it about these records with a body that names all that the schema lets it name, of these others. */
    HttpResponse<String> call(
            String token, Operation operation, Map<String, String> records, Map<String, String> others) {
        return call(
                token,
                operation,
                records,
                text(new Form(others, Breadth.NAMING).made(Objects.requireNonNull(operation.body()))));
    }

    /** The records of a clinic that its body may name, as paths and forms call them. */
    Set<String> namedInForm(Operation operation) {
        var found = new TreeSet<String>();
        if (operation.body() != null) {
            collect(operation.body(), found);
        }
        found.removeAll(everybodys);
        return found;
    }

    private HttpResponse<String> call(
            @Nullable String token, Operation operation, Map<String, String> records, @Nullable String body) {
        var query = operation.query().stream()
                .map(parameter -> parameter + "=" + value(records, parameter))
                .collect(Collectors.joining("&", "?", ""));
        var path = IN_PATH.matcher(operation.path()).replaceAll(name -> value(records, name.group(1)));
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path + query))
                .header("Content-Type", operation.takesBytes() ? BYTES : "application/json")
                .method(operation.verb(), sent(operation, body));
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

    private static HttpRequest.BodyPublisher sent(Operation operation, @Nullable String body) {
        if (operation.takesBytes()) {
            return HttpRequest.BodyPublishers.ofString("%PDF-1.7");
        }
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    private static String value(Map<String, String> records, String name) {
        return records.getOrDefault(name, UUID.randomUUID().toString());
    }

    /** How much a body has of what its schema allows. */
    private enum Breadth {
        REQUIRED,
        /** And whatever names records. */
        NAMING,
        WHOLE
    }

    /** Bodies that keep a schema. */
    private final class Form {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
        private final Map<String, String> records;
        private final Breadth breadth;

        Form(Map<String, String> records, Breadth breadth) {
            this.records = records;
            this.breadth = breadth;
        }

        JsonNode made(JsonNode schema) {
            if (schema.has("examples") && !(breadth != Breadth.REQUIRED && names(schema))) {
                return schema.get("examples").get(0);
            }
            if (schema.has("$ref")) {
                var name = name(schema);
                return name.endsWith(ID) ? JSON.textNode(value(records, record(name))) : made(named(name));
            }
            if (schema.has("enum")) {
                return schema.get("enum").get(0);
            }
            return switch (schema.path("type").asText()) {
                case "array" -> {
                    var items = schema.get("items");
                    var made = JSON.arrayNode();
                    int size = schema.path("minItems").asInt();
                    for (int i = 0; i < (has(items) ? Math.max(size, 1) : size); i++) {
                        made.add(made(items));
                    }
                    yield made;
                }
                case "boolean" -> JSON.booleanNode(true);
                case "integer" -> JSON.numberNode(schema.path("minimum").asInt());
                case "object" -> {
                    var made = JSON.objectNode();
                    schema.path("required").forEach(part -> {
                        made.set(part.asText(), made(schema.get("properties").get(part.asText())));
                    });
                    schema.path("properties").properties().forEach(part -> {
                        if (has(part.getValue())) {
                            made.set(part.getKey(), made(part.getValue()));
                        }
                    });
                    yield made;
                }
                default -> JSON.textNode("words enough for a form");
            };
        }

        /** Whether it has what it need not have. */
        private boolean has(JsonNode part) {
            return switch (breadth) {
                case REQUIRED -> false;
                case NAMING -> names(part);
                case WHOLE -> true;
            };
        }

        private boolean names(JsonNode schema) {
            var found = new TreeSet<String>();
            collect(schema, found);
            return !everybodys.containsAll(found);
        }
    }

    private void collect(JsonNode schema, Set<String> found) {
        if (schema.has("$ref")) {
            var name = name(schema);
            if (name.endsWith(ID)) {
                found.add(record(name));
            } else {
                collect(named(name), found);
            }
        }
        schema.path("properties").forEach(part -> collect(part, found));
        if (schema.has("items")) {
            collect(schema.get("items"), found);
        }
    }

    private JsonNode named(String schema) {
        return api.get("components").get("schemas").get(schema);
    }

    private static String name(JsonNode schema) {
        return schema.get("$ref").asText().replaceAll(".*/", "");
    }

    /** What an id of this type is called in paths and among the records. */
    private static String record(String type) {
        var name = type.substring(0, type.length() - ID.length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
