package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code openapi.yaml} says what the service says. After a change of the API, run the test with
 * {@code -Dopenapi.write=true} and review the difference.
 */
public abstract class OpenApiTestBase {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedDescriptionIsTheRunningOne() throws IOException {
        var running = RestAssured.get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, running);
        }

        assertThat(running).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyOperationNamesItsPolicyAndHasASummary() {
        var paths = RestAssured.get("/q/openapi?format=json")
                .then()
                .extract()
                .jsonPath()
                .getMap("paths");

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
}
