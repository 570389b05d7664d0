package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every object has the fields of its kind and no others, each of its type. Kubernetes' own kinds are read off its
 * client's models, those of operators off the files in {@code schemas/}; one validator looks at both. A kind without a
 * schema is an error.
 */
final class Schemas implements Check {

    private static final Path FOLDER = Path.of("src/test/resources/schemas");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (var object : rendered.objects()) {
            var kind = object.path("kind").asText();
            var name = kind + " " + Rendered.name(object);
            var core = CoreSchemas.of(kind);
            var file = FOLDER.resolve(kind + ".yaml");
            if (core.isEmpty() && !Files.exists(file)) {
                complaints.insist(
                        false, "%s: nobody knows this kind; add suite/src/test/resources/schemas/%s.yaml", name, kind);
                continue;
            }
            KNOWN.computeIfAbsent(kind, _ -> FACTORY.getSchema(core.orElseGet(() -> ofOperator(file, kind))))
                    .validate(object)
                    .forEach(message -> complaints.insist(false, "%s: %s", name, message.getMessage()));
        }
        return complaints.all();
    }

    /** What is wrong with what only its program reads; the file names all fields of it that we use. */
    static List<String> complaints(Path file, JsonNode read) {
        var schema = Deploy.documents(file).getFirst();
        closed(schema);
        return FACTORY.getSchema(schema).validate(read).stream()
                .map(message -> message.getMessage())
                .toList();
    }

    private static ObjectNode ofOperator(Path file, String kind) {
        var read = Deploy.documents(file).getFirst();
        var schema = JSON.createObjectNode().put("type", "object");
        schema.putArray("required")
                .add("apiVersion")
                .add("kind")
                .add("metadata")
                .add("spec");
        var properties = schema.putObject("properties");
        properties.putObject("apiVersion").set("const", read.get("apiVersion"));
        properties.putObject("kind").put("const", kind);
        properties.putObject("metadata").put("$ref", "#/$defs/metadata");
        properties.set("spec", read.get("spec"));
        var shared = Deploy.documents(FOLDER.resolve("common.yaml")).getFirst();
        read.path("$defs").properties().forEach(each -> shared.set(each.getKey(), each.getValue()));
        schema.set("$defs", shared);
        closed(schema);
        return schema;
    }

    /** No field but those that are named: a schema says otherwise where it means otherwise. */
    private static void closed(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.get("properties") instanceof ObjectNode
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::closed);
    }

    /** The kinds that a file is there for. */
    static List<String> written() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(name -> !name.equals("common"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
