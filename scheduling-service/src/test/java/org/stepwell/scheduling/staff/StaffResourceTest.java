package org.stepwell.scheduling.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.stepwell.scheduling.Riverside.ADMIN;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.INTAKE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class StaffResourceTest {

    private static final Map<String, Object> DORA =
            Map.of("name", "Dora Diaz", "credentials", List.of("LCSW", "CADC"), "active", true);
    private static final Map<String, Object> DORA_ON_LEAVE =
            Map.of("name", "Dora Diaz", "credentials", List.of("LCSW", "CADC"), "active", false);

    @Test
    void somebodyIsTakenOnAndTheOthersLearnIt() {
        String id = ADMIN.asks()
                .body(DORA)
                .post(API + "staff")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        INTAKE.asks().get(API + "staff/" + id).then().statusCode(200).body("credentials", hasItem("CADC"));
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling.state", "staff/" + id))
                .singleElement()
                .asString()
                .startsWith("staff-changed.v1")
                .contains("\"credentials\":[\"LCSW\",\"CADC\"]"));
    }

    @Test
    void somebodyIsTakenOnUnderTheIdOfTheirToken() {
        var id = new StaffId(Uuid7.next());

        ADMIN.asks().body(DORA).put(API + "staff/" + id).then().statusCode(201).body("id", equalTo(id.toString()));
        ADMIN.asks().body(DORA).put(API + "staff/" + id).then().statusCode(200);
        ADMIN.asks()
                .body(DORA_ON_LEAVE)
                .put(API + "staff/" + id)
                .then()
                .statusCode(428)
                .body("type", endsWith("version-required"));
        ADMIN.asks()
                .header("If-Match", "\"0\"")
                .body(DORA_ON_LEAVE)
                .put(API + "staff/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("active", equalTo(false));
        ADMIN.asks()
                .header("If-Match", "\"0\"")
                .body(DORA)
                .put(API + "staff/" + id)
                .then()
                .statusCode(412)
                .body("type", endsWith("stale-version"));
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling.state", "staff/" + id))
                .hasSize(2));
    }

    @Test
    void onlyAdministratorsSetUpStaffAndRooms() {
        INTAKE.asks().body(DORA).post(API + "staff").then().statusCode(403).body("type", endsWith("not-allowed"));
        INTAKE.asks()
                .body(Map.of("name", "Attic", "seats", 4))
                .post(API + "rooms")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherClinicSeesNobodyOfOurs() {
        String id = ADMIN.asks().body(DORA).post(API + "staff").then().extract().path("id");

        Person.of("clinic-admin", Person.HARBOR)
                .asks()
                .get(API + "staff/" + id)
                .then()
                .statusCode(404)
                .body("type", endsWith("not-found"));
    }

    @Test
    void twoRoomsHaveTwoNames() {
        var room = Map.of("name", "Garden " + UUID.randomUUID(), "seats", 14);

        ADMIN.asks().body(room).post(API + "rooms").then().statusCode(201);
        ADMIN.asks().body(room).post(API + "rooms").then().statusCode(409).body("type", endsWith("room-name-taken"));
        ADMIN.asks()
                .body(Map.of("name", "Hall", "seats", 0))
                .post(API + "rooms")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/seats"));
    }
}
