package org.stepwell.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever may let others in does not go without another who may. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(SmallKeycloak.class)
class LastAdministratorTest {

    private static final String API = "/api/enrollment/v1/";

    private final ClinicId clinic = new ClinicId(UUID.randomUUID());
    private final Person ada = Person.of("clinic-admin", clinic);

    @BeforeEach
    void theClinicIsThere() {
        Guests.clinic(clinic, "Riverside");
    }

    @Test
    void theLastOneStaysInOfficeAndInUse() {
        var first = administrator();
        var second = administrator();
        ada.asks().post(API + "accounts/" + first + "/suspension").then().statusCode(200);

        for (var end : List.of("suspension", "departure")) {
            ada.asks()
                    .post(API + "accounts/" + second + "/" + end)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("/clinic-keeps-administrator"));
        }
        ada.asks()
                .header("If-Match", "*")
                .body(Map.of("roles", List.of("AUDITOR")))
                .put(API + "accounts/" + second + "/roles")
                .then()
                .statusCode(409)
                .body("type", endsWith("/clinic-keeps-administrator"));
        ada.asks().get(API + "accounts/" + second).then().body("roles", equalTo(List.of("CLINIC_ADMIN")));

        ada.asks().post(API + "accounts/" + first + "/reinstatement").then().statusCode(200);
        ada.asks().post(API + "accounts/" + second + "/departure").then().statusCode(200);
    }

    @Test
    void theLastOneWhoLeavesTheStaffIsOutAndWhoeverRunsTheDeploymentInvitesTheNext() {
        var member = new StaffId(UUID.randomUUID());
        var guest = Map.<String, Object>of("roles", List.of("CLINIC_ADMIN", "INTAKE"), "staff", member.toString());
        works(member, true);
        await().untilAsserted(() -> Guests.invited(ada, guest).statusCode(201));
        var leaver = Guests.accepted(Guests.fresh(), Guests.code(ada, guest))
                .statusCode(200)
                .extract()
                .<String>path("id");
        Guests.founded(clinic, "Riverside").statusCode(409).body("type", endsWith("/clinic-exists"));

        works(member, false);
        works(member, false);

        await().untilAsserted(
                        () -> ada.asks().get(API + "accounts/" + leaver).then().body("status", equalTo("SUSPENDED")));
        await().untilAsserted(() -> assertThat(tasks("OPEN")).containsExactly(leaver));

        var code = Guests.founded(clinic, "Riverside").statusCode(201).extract().<String>path("administrator.code");
        Guests.accepted(Guests.fresh(), code).statusCode(200);

        assertThat(tasks("OPEN")).isEmpty();
        assertThat(tasks("DONE")).containsExactly(leaver);
    }

    private void works(StaffId member, boolean active) {
        Broker.say(clinic, new StaffChanged(member, List.of("LCSW"), active, null, Instant.EPOCH));
    }

    /** The accounts that the privacy officer is to find a successor for, or was. */
    private List<String> tasks(String status) {
        return Person.of("privacy-officer", clinic)
                .asks()
                .queryParam("status", status)
                .get(API + "tasks")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == 'administrator-left' }.subject");
    }

    @RepeatedTest(5)
    void ofTwoWhoAreEndedAtOnceOneStays() throws Exception {
        var ends = Stream.of(administrator(), administrator())
                .<Callable<Integer>>map(account -> () -> ada.asks()
                        .post(API + "accounts/" + account + "/departure")
                        .statusCode())
                .toList();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(ends);
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    private String administrator() {
        return Guests.account(ada, "CLINIC_ADMIN");
    }
}
