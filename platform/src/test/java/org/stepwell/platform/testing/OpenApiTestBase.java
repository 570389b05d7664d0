package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code openapi.yaml} says what the service says. After a change of the API, run the test with
 * {@code -Dopenapi.write=true} and review the difference.
 */
public abstract class OpenApiTestBase {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    /** What the running service says about its API, as {@code json} or {@code yaml}. */
    static String description(String format) {
        var path = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.smallrye-openapi.path", String.class)
                .orElse("/q/openapi");
        return RestAssured.given()
                .queryParam("format", format)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void theCommittedDescriptionIsTheRunningOne() throws IOException {
        var running = description("yaml");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, running);
        }

        assertThat(running).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyOperationNamesItsPolicyAndHasASummary() {
        var paths = JsonPath.from(description("json")).getMap("paths");

        assertThat(paths)
                .isNotEmpty()
                .allSatisfy((path, operations) -> assertThat((Map<?, ?>) operations)
                        .allSatisfy((verb, operation) -> {
                            if (operation instanceof Map<?, ?> described && described.containsKey("operationId")) {
                                assertThat(described.get("x-policy"))
                                        .as("%s %s", verb, path)
                                        .isNotNull();
                                assertThat(described.get("summary"))
                                        .as("%s %s", verb, path)
                                        .isNotNull();
                            }
                        }));
    }

    @Test
    void everyTextAndNumberHasAnExample() {
        var schemas = JsonPath.from(description("json")).<String, Map<String, ?>>getMap("components.schemas");

        var without = new TreeSet<String>();
        schemas.forEach((name, schema) -> {
            if (schema.get("properties") instanceof Map<?, ?> fields) {
                fields.forEach((field, shape) -> {
                    if (lacksExample((Map<?, ?>) shape)) {
                        without.add(name + "." + field);
                    }
                });
            }
        });

        assertThat(without)
                .as("an example belongs to the field, or into META-INF/stepwell/examples.properties")
                .isEmpty();
    }

    @Test
    void everyParameterHasAnExample() {
        var api = JsonPath.from(description("json"));

        var without = new TreeSet<String>();
        for (var operation : operations(api)) {
            for (var parameter : listOf(operation, "parameters")) {
                if (lacksExampleIn(parameter)) {
                    without.add(operation.get("operationId") + " " + parameter.get("name"));
                }
            }
        }
        api.<String, Map<?, ?>>getMap("components.parameters").forEach((name, parameter) -> {
            if (lacksExampleIn(parameter)) {
                without.add(name);
            }
        });

        assertThat(without)
                .as(
                        "an example belongs to the parameter, or as parameter.NAME into META-INF/stepwell/examples.properties")
                .isEmpty();
    }

    @Test
    void everyBodyThatIsATextOrAFileHasAnExample() {
        var without = new TreeSet<String>();
        for (var operation : operations(JsonPath.from(description("json")))) {
            var bodies = new ArrayList<Map<?, ?>>(List.of(mapOf(operation, "requestBody")));
            mapOf(operation, "responses").values().forEach(answer -> bodies.add((Map<?, ?>) answer));
            for (var body : bodies) {
                mapOf(body, "content").forEach((type, media) -> {
                    if (!String.valueOf(type).startsWith("image/") && lacksExampleIn((Map<?, ?>) media)) {
                        without.add(operation.get("operationId") + " " + type);
                    }
                });
            }
        }

        assertThat(without)
                .as("an example belongs to the schema, or by its operation into META-INF/stepwell/examples.properties")
                .isEmpty();
    }

    /** 204 says that there is nothing, 304 that there is nothing new. */
    @Test
    void everyAnswerSaysWhatItHolds() {
        var without = new TreeSet<String>();
        for (var operation : operations(JsonPath.from(description("json")))) {
            mapOf(operation, "responses").forEach((status, answer) -> {
                if (String.valueOf(status).matches("20[0-3]")
                        && mapOf((Map<?, ?>) answer, "content").isEmpty()) {
                    without.add(operation.get("operationId") + " " + status);
                }
            });
        }

        assertThat(without)
                .as("a resource whose @APIResponseSchema is to be shown says @Produces")
                .isEmpty();
    }

    private static List<Map<?, ?>> operations(JsonPath api) {
        var operations = new ArrayList<Map<?, ?>>();
        api.<String, Map<String, ?>>getMap("paths")
                .values()
                .forEach(path -> path.values().stream()
                        .filter(Map.class::isInstance)
                        .map(operation -> (Map<?, ?>) operation)
                        .filter(operation -> operation.containsKey("operationId"))
                        .forEach(operations::add));
        assertThat(operations).isNotEmpty();
        return operations;
    }

    /** A parameter, or a body of some type; one that is named elsewhere is looked at there. */
    private static boolean lacksExampleIn(Map<?, ?> described) {
        if (described.containsKey("$ref") || described.containsKey("example") || described.containsKey("examples")) {
            return false;
        }
        var shape = mapOf(described, "schema");
        if (shape.containsKey("default")) {
            return false;
        }
        return "binary".equals(shape.get("format")) ? !shape.containsKey("examples") : lacksExample(shape);
    }

    private static Map<?, ?> mapOf(Map<?, ?> described, String field) {
        return described.get(field) instanceof Map<?, ?> found ? found : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> listOf(Map<?, ?> described, String field) {
        return described.get(field) instanceof List<?> found ? (List<Map<?, ?>>) found : List.of();
    }

    /** Codes list what they may be, and ids and days look alike everywhere. */
    private static boolean lacksExample(Map<?, ?> shape) {
        if (shape.containsKey("examples")
                || shape.containsKey("enum")
                || shape.containsKey("$ref")
                || shape.containsKey("allOf")) {
            return false;
        }
        var type = String.valueOf(shape.get("type"));
        if (type.contains("array")) {
            return shape.get("items") instanceof Map<?, ?> items && lacksExample(items);
        }
        return type.contains("integer")
                || type.contains("number")
                || (type.contains("string") && !shape.containsKey("format"));
    }
}
