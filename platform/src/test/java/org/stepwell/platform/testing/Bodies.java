package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies that keep the schemas of an API, made of their examples and of records. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "Id";

    private final JsonNode schemas;
    private final Set<String> everybodys;

    /**
     * Of these schemas.
     *
     * @param everybodys records of no clinic, as paths and forms call them
     */
    Bodies(JsonNode schemas, Set<String> everybodys) {
        this.schemas = schemas;
        this.everybodys = everybodys;
    }

    /** What the schema requires, and no more. */
    JsonNode required(JsonNode schema, Map<String, String> records) {
        return new Making(records, Breadth.REQUIRED).made(schema);
    }

    /** And whatever names records. */
    JsonNode naming(JsonNode schema, Map<String, String> records) {
        return new Making(records, Breadth.NAMING).made(schema);
    }

    /** All that it allows. */
    JsonNode whole(JsonNode schema, Map<String, String> records) {
        return new Making(records, Breadth.WHOLE).made(schema);
    }

    /** The records of a clinic that such a body may name, as paths and forms call them. */
    Set<String> namedIn(JsonNode schema) {
        var found = new TreeSet<String>();
        collect(schema, found);
        found.removeAll(everybodys);
        return found;
    }

    /** The values that a parameter may have: its example, the record of its name, or each of its codes. */
    List<String> values(JsonNode parameter, Map<String, String> records) {
        var example = parameter.at(parameter.has("example") ? "/example" : "/schema/examples/0");
        if (!example.isMissingNode()) {
            return List.of(example.asText());
        }
        var name = parameter.get("name").asText();
        if (records.containsKey(name)) {
            return List.of(value(records, name));
        }
        return codes(parameter.get("schema"))
                .orElseGet(
                        () -> List.of(required(parameter.get("schema"), records).asText()));
    }

    private Optional<List<String>> codes(JsonNode schema) {
        if (schema.has("allOf")) {
            return codes(schema.get("allOf").get(0));
        }
        if (schema.has("$ref")) {
            return codes(schemas.get(name(schema)));
        }
        if (schema.path("type").asText().equals("boolean")) {
            return Optional.of(List.of("true", "false"));
        }
        return schema.has("enum")
                ? Optional.of(
                        schema.get("enum").valueStream().map(JsonNode::asText).toList())
                : Optional.empty();
    }

    /** Where forms are in a whole body. */
    List<JsonPointer> formsIn(JsonNode schema) {
        return within(schema, JsonPointer.empty())
                .filter(place -> place.schema().path("properties").size() > 0)
                .map(Place::at)
                .toList();
    }

    /** Where a whole body has a code, and which there may be. */
    Map<JsonPointer, List<String>> codesIn(JsonNode schema) {
        return within(schema, JsonPointer.empty())
                .filter(place -> place.schema().has("enum"))
                .collect(Collectors.toMap(
                        Place::at, place -> codes(place.schema()).orElseThrow(), (one, _) -> one));
    }

    /** Where the body names a patient, of those whom a body names that names all it may. */
    List<JsonPointer> patientsIn(JsonNode schema) {
        return within(schema, JsonPointer.empty())
                .filter(place -> name(place.schema()).equals("PatientId"))
                .map(Place::at)
                .toList();
    }

    private record Place(JsonPointer at, JsonNode schema) {}

    private Stream<Place> within(JsonNode schema, JsonPointer here) {
        if (schema.has("$ref") && !name(schema).endsWith(ID)) {
            return within(schemas.get(name(schema)), here);
        }
        var parts = schema.path("properties").properties().stream()
                .flatMap(part -> within(part.getValue(), here.appendProperty(part.getKey())));
        var items = schema.has("items") ? within(schema.get("items"), here.appendIndex(0)) : Stream.<Place>empty();
        return Stream.concat(Stream.of(new Place(here, schema)), Stream.concat(parts, items));
    }

    /** The record of this name, or one that nobody has. */
    static String value(Map<String, String> records, String name) {
        return records.getOrDefault(name, UUID.randomUUID().toString());
    }

    private void collect(JsonNode schema, Set<String> found) {
        if (schema.has("$ref")) {
            var name = name(schema);
            if (name.endsWith(ID)) {
                found.add(record(name));
            } else {
                collect(schemas.get(name), found);
            }
        }
        schema.path("properties").forEach(part -> collect(part, found));
        if (schema.has("items")) {
            collect(schema.get("items"), found);
        }
    }

    private static String name(JsonNode schema) {
        return schema.path("$ref").asText().replaceAll(".*/", "");
    }

    /** What an id of this type is called in paths and among the records. */
    private static String record(String type) {
        var name = type.substring(0, type.length() - ID.length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private enum Breadth {
        REQUIRED,
        NAMING,
        WHOLE
    }

    private final class Making {
        private final Map<String, String> records;
        private final Breadth breadth;

        Making(Map<String, String> records, Breadth breadth) {
            this.records = records;
            this.breadth = breadth;
        }

        JsonNode made(JsonNode schema) {
            if (schema.has("examples")
                    && (breadth == Breadth.REQUIRED || namedIn(schema).isEmpty())) {
                return schema.get("examples").get(0);
            }
            if (schema.has("$ref")) {
                var name = name(schema);
                return name.endsWith(ID) ? JSON.textNode(value(records, record(name))) : made(schemas.get(name));
            }
            if (schema.has("enum")) {
                return schema.get("enum").get(0);
            }
            return switch (schema.path("type").asText()) {
                case "array" -> list(schema);
                case "boolean" -> JSON.booleanNode(true);
                case "integer" -> JSON.numberNode(schema.path("minimum").asInt());
                case "object" -> object(schema);
                default -> text(schema);
            };
        }

        private JsonNode text(JsonNode schema) {
            boolean id = schema.path("format").asText().equals("uuid");
            return JSON.textNode(id ? UUID.randomUUID().toString() : "words enough for a form");
        }

        private ArrayNode list(JsonNode schema) {
            var items = schema.get("items");
            var made = JSON.arrayNode();
            int least = schema.path("minItems").asInt();
            for (int i = 0; i < (has(items) ? Math.max(least, 1) : least); i++) {
                made.add(made(items));
            }
            return made;
        }

        private ObjectNode object(JsonNode schema) {
            var made = JSON.objectNode();
            var parts = schema.path("properties");
            schema.path("required").forEach(part -> made.set(part.asText(), made(parts.get(part.asText()))));
            parts.properties().stream()
                    .filter(part -> has(part.getValue()))
                    .forEach(part -> made.set(part.getKey(), made(part.getValue())));
            return made;
        }

        /** Whether it has what it need not have. */
        private boolean has(JsonNode part) {
            return switch (breadth) {
                case REQUIRED -> false;
                case NAMING -> !namedIn(part).isEmpty();
                case WHOLE -> true;
            };
        }
    }
}
