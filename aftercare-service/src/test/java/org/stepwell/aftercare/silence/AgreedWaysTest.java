package org.stepwell.aftercare.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.silence.SilenceTest.steps;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;

/** Whoever does not check in is looked for by ways that are safe and agreed to, and by no other. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AgreedWaysTest {

    private static final String API = "/api/aftercare/v1";

    @Test
    void whoAgreedToNoWayIsVisitedOrWrittenToInPlaceOfTheCall() {
        var scene = somebodyDischargedToday();
        var address = "maya-%s@example.org".formatted(scene.patient);
        Reached.byEveryWay(scene.patient, address);
        agreesTo(scene);
        var due = due();

        itIs(due.plus(Duration.ofHours(5)));
        itIs(due.plus(Duration.ofHours(25)));

        await().untilAsserted(() ->
                assertThat(steps(scene)).startsWith("MESSAGE NO_SAFE_WAY", "CALL NO_SAFE_WAY", "VISIT_OR_LETTER OPEN"));
        kinds(scene, "check-in-visit");
        assertThat(Mailbox.of(address)).isEmpty();
        itIs(due.plus(Duration.ofHours(50)));
        assertThat(steps(scene)).contains("SECOND_CALL NO_SAFE_WAY", "PORTAL NO_SAFE_WAY");
        kinds(scene, "check-in-visit");
        scene.thePatient()
                .asks()
                .get(API + "/plans/" + scene.plan() + "/outreach")
                .then()
                .body("asks", nullValue());
    }

    @Test
    void whoAgreedToMailIsWrittenToAndNotCalled() {
        var scene = somebodyDischargedToday();
        var address = "maya-%s@example.org".formatted(scene.patient);
        Reached.byEveryWay(scene.patient, address);
        agreesTo(scene, "EMAIL", "PORTAL");
        var due = due();

        itIs(due.plus(Duration.ofHours(5)));
        await().untilAsserted(() -> assertThat(Mailbox.of(address)).hasSize(1));
        itIs(due.plus(Duration.ofHours(25)));
        itIs(due.plus(Duration.ofHours(50)));

        assertThat(steps(scene))
                .startsWith("MESSAGE SENT", "CALL NO_SAFE_WAY", "VISIT_OR_LETTER OPEN")
                .contains("PORTAL SENT");
        kinds(scene, "check-in-visit");
    }

    @Test
    void whoIsNotSafeOnThePhoneIsNotCalledAlthoughNobodyAskedWhatTheyAgreeTo() {
        var scene = somebodyDischargedToday();
        Reached.byMail(scene.patient, "maya-%s@example.org".formatted(scene.patient));
        var due = due();

        itIs(due.plus(Duration.ofHours(25)));

        assertThat(steps(scene)).contains("CALL NO_SAFE_WAY", "VISIT_OR_LETTER OPEN");
        kinds(scene, "check-in-visit");
    }

    @Test
    void whoAgreedToCallsIsCalledAndTheVisitWaitsForItsDay() {
        var scene = somebodyDischargedToday();
        var address = "maya-%s@example.org".formatted(scene.patient);
        Reached.byEveryWay(scene.patient, address);
        agreesTo(scene, "PHONE");
        var due = due();

        itIs(due.plus(Duration.ofHours(5)));
        itIs(due.plus(Duration.ofHours(25)));

        await().untilAsserted(() -> assertThat(steps(scene)).startsWith("MESSAGE NO_SAFE_WAY", "CALL OPEN"));
        kinds(scene, "check-in-call");
        assertThat(Mailbox.of(address)).isEmpty();
    }

    private static Instant due() {
        return today().plusDays(7).atTime(12, 0).atZone(NEW_YORK).toInstant();
    }

    private static void agreesTo(Scene scene, String... channels) {
        scene.thePatient()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("channels", List.of(channels)))
                .put(API + "/plans/" + scene.plan() + "/channels")
                .then()
                .statusCode(200);
    }

    private static void kinds(Scene scene, String only) {
        scene.goesToNoTherapy(); // or somebody has to ask, which is no matter here
        SUPERVISOR
                .asks()
                .get(API + "/tasks?status=OPEN&patient=" + scene.patient)
                .then()
                .statusCode(200)
                .body("items.kind", contains(only));
    }
}
