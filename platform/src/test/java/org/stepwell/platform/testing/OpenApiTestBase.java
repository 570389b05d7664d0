package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Codes list what they may be, and ids and days look alike everywhere. */
    private static boolean lacksExample(Map<?, ?> shape) {
        if (shape.containsKey("examples") || shape.containsKey("enum") || shape.containsKey("$ref")) {
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
