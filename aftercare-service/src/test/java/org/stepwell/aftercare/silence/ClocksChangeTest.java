package org.stepwell.aftercare.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.silence.SilenceTest.API;
import static org.stepwell.aftercare.silence.SilenceTest.steps;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;

/**
 * The nights of 2026 on which New York's clocks change, as they go by: hours are hours, days are days of the clinic, and each step is
 * taken once at its time.
 */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ClocksChangeTest {

    private final String address = "ada-%s@example.org".formatted(UUID.randomUUID());
    private Instant before;

    @BeforeEach
    void itIsNoted() {
        before = now();
    }

    @AfterEach
    void theClockGoesBackToWhereItWas() {
        itIs(before);
    }

    @Test
    void whenClocksGoForward() {
        var scene = leftOn("2026-02-28T15:00:00Z");

        taken(scene, "2026-03-07T21:00:00Z", "MESSAGE PLANNED", "MESSAGE LEAVING"); // four in the afternoon
        itIs(Instant.parse("2026-03-08T12:59:00Z"));
        assertThat(Mailbox.of(address)).isEmpty();
        taken(scene, "2026-03-08T13:00:00Z", "MESSAGE LEAVING", "MESSAGE SENT"); // nine in the morning, an hour sooner
        taken(scene, "2026-03-08T17:00:00Z", "CALL PLANNED", "CALL OPEN"); // one in the afternoon
        taken(scene, "2026-03-09T17:00:00Z", "SECOND_CALL PLANNED", "SECOND_CALL OPEN");
        assertThat(steps(scene)).contains("CALL SUPERSEDED", "PORTAL SENT");
        taken(scene, "2026-03-10T17:00:00Z", "SUPPORT_PERSON PLANNED", "SUPPORT_PERSON NO_CONSENT");
        taken(scene, "2026-03-12T16:00:00Z", "VISIT_OR_LETTER PLANNED", "VISIT_OR_LETTER OPEN"); // noon
        taken(scene, "2026-03-14T16:00:00Z", "SUPERVISOR_REVIEW PLANNED", "SUPERVISOR_REVIEW OPEN");
        eachOnce(scene);
    }

    @Test
    void whenClocksGoBack() {
        var scene = leftOn("2026-10-24T14:00:00Z");

        taken(scene, "2026-10-31T20:00:00Z", "MESSAGE PLANNED", "MESSAGE LEAVING"); // four in the afternoon
        itIs(Instant.parse("2026-11-01T13:59:00Z"));
        assertThat(Mailbox.of(address)).isEmpty();
        taken(scene, "2026-11-01T14:00:00Z", "MESSAGE LEAVING", "MESSAGE SENT"); // nine in the morning, an hour later
        taken(scene, "2026-11-01T16:00:00Z", "CALL PLANNED", "CALL OPEN"); // eleven in the morning
        taken(scene, "2026-11-02T16:00:00Z", "SECOND_CALL PLANNED", "SECOND_CALL OPEN");
        assertThat(steps(scene)).contains("CALL SUPERSEDED", "PORTAL SENT");
        taken(scene, "2026-11-03T16:00:00Z", "SUPPORT_PERSON PLANNED", "SUPPORT_PERSON NO_CONSENT");
        taken(scene, "2026-11-05T17:00:00Z", "VISIT_OR_LETTER PLANNED", "VISIT_OR_LETTER OPEN"); // noon
        taken(scene, "2026-11-07T17:00:00Z", "SUPERVISOR_REVIEW PLANNED", "SUPERVISOR_REVIEW OPEN");
        eachOnce(scene);
    }

    /** Somebody whose first check-in is due at noon before the night, and who may be written to in the morning alone. */
    private Scene leftOn(String day) {
        itIs(Instant.parse(day));
        var scene = somebodyDischargedToday();
        Reached.byCallOrMail(scene.patient, address, LocalTime.of(9, 0), LocalTime.of(12, 0));
        scene.goesToNoTherapy();
        return scene;
    }

    private void taken(Scene scene, String at, String before, String after) {
        itIs(Instant.parse(at).minusSeconds(60));
        assertThat(steps(scene)).contains(before);
        itIs(Instant.parse(at));
        await().untilAsserted(() -> assertThat(steps(scene)).contains(after));
    }

    private void eachOnce(Scene scene) {
        assertThat(Mailbox.of(address)).hasSize(1);
        assertThat(SUPERVISOR
                        .asks()
                        .get(API + "/tasks?limit=200&patient=" + scene.patient)
                        .<List<String>>path("items.kind"))
                .containsExactlyInAnyOrder("check-in-second-call", "check-in-visit", "check-in-review");
        assertThat(SUPERVISOR
                        .asks()
                        .get(API + "/tasks?status=WITHDRAWN&patient=" + scene.patient)
                        .<List<String>>path("items.kind"))
                .contains("check-in-call");
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"MOVED\"}") // what would come next is not looked at
                .post(API + "/plans/" + scene.plan() + "/closing")
                .then()
                .statusCode(200);
    }
}
