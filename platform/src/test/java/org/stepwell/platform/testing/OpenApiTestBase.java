package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;

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
                .allSatisfy((path, operations) -> assertThat((java.util.Map<?, ?>) operations)
                        .allSatisfy((verb, operation) -> {
                            if (operation instanceof java.util.Map<?, ?> described
                                    && described.containsKey("operationId")) {
                                assertThat(described.get("x-policy"))
                                        .as("%s %s", verb, path)
                                        .isNotNull();
                                assertThat(described.get("summary"))
                                        .as("%s %s", verb, path)
                                        .isNotNull();
                            }
                        }));
    }

    /** The policies crossed with all roles, over HTTP: whoever is not named is refused before anything is read. */
    @Test
    void everyOperationRefusesWhoeverItsPolicyDoesNotName() {
        for (var operation : operations()) {
            var policy = Policy.valueOf(operation.policy());
            if (policy == Policy.ANYONE) {
                continue;
            }
            assertThat(call(RestAssured.given().contentType(ContentType.JSON), operation))
                    .as("nobody, %s", operation)
                    .isEqualTo(401);
            for (var role : Role.values()) {
                if (policy.relationsOf(role).isEmpty()) {
                    assertThat(call(Person.at(role.claim()).asks(), operation))
                            .as("%s, %s", role, operation)
                            .isEqualTo(403);
                } else if (operation.verb().equals("GET")) {
                    var somebody = Person.of(role.claim(), Person.HARBOR)
                            .who(new StaffId(UUID.randomUUID()))
                            .who(new PatientId(UUID.randomUUID()));
                    assertThat(call(somebody.asks(), operation))
                            .as("%s, %s", role, operation)
                            .isNotIn(401, 500);
                }
            }
        }
    }

    private record Described(String verb, String path, String policy) {}

    private static List<Described> operations() {
        var found = new ArrayList<Described>();
        Map<String, Map<String, Object>> paths = RestAssured.get("/q/openapi?format=json")
                .then()
                .extract()
                .jsonPath()
                .getMap("paths");
        paths.forEach((path, verbs) -> verbs.forEach((verb, operation) -> {
            if (operation instanceof Map<?, ?> described && described.containsKey("operationId")) {
                found.add(
                        new Described(verb.toUpperCase(Locale.ROOT), path, String.valueOf(described.get("x-policy"))));
            }
        }));
        return found;
    }

    private static int call(RequestSpecification asks, Described operation) {
        var path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return (operation.verb().equals("GET") ? asks : asks.body("{}"))
                .request(operation.verb(), path)
                .statusCode();
    }
}
