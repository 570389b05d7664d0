package org.stepwell.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged.OnCall;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.AnotherReplica;

/** Two replicas look for whoever is silent, and page whoever is on call: each step is taken once, and each page leaves once. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TwoReplicasTest {

    private static final String API = "/api/aftercare/v1";
    private static final int PEOPLE = 12;

    @Inject
    Sql sql;

    private AnotherReplica other;

    @BeforeEach
    void anotherReplicaStarts() {
        Paged.allThatOthersLeftIsTaken();
        other = new AnotherReplica();
    }

    @AfterEach
    void itStops() {
        other.close();
        Paged.isOnCall(null);
    }

    @Test
    void eachStepOfALadderIsTakenOnce() {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(_ -> somebodyDischargedToday())
                .toList();
        people.forEach(scene -> Reached.byCallOrMail(scene.patient, address(scene), null, null));
        var due = today().plusDays(7).atTime(12, 0).atZone(NEW_YORK).toInstant();

        itIs(due.plus(Duration.ofHours(4)));
        // Nobody's clock jumps by a day while a message leaves: it would find that the next step has taken its place.
        await().untilAsserted(() -> assertThat(people)
                .allSatisfy(scene -> assertThat(Mailbox.of(address(scene))).hasSize(1)));
        for (int hours : new int[] {24, 48, 72, 120, 169}) {
            itIs(due.plus(Duration.ofHours(hours)));
            other.sweep();
        }

        assertThat(people).allSatisfy(scene -> {
            assertThat(Mailbox.of(address(scene))).hasSize(1);
            assertThat(opened(scene))
                    .containsExactlyInAnyOrder(
                            "check-in-call WITHDRAWN",
                            "check-in-second-call OPEN",
                            "check-in-visit OPEN",
                            "check-in-review OPEN");
            assertThat(scene.said("check-in-missed.v1")).hasSize(1);
        });
    }

    @Test
    void eachPageLeavesOnce() {
        var onCall = "on-call-%s@example.org".formatted(UUID.randomUUID());
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(_ -> somebodyDischargedToday())
                .toList();
        itIsTheMorningOf(today().plusDays(3));
        Paged.isOnCall(new OnCall(null, onCall));
        people.forEach(scene -> scene.thePatient()
                .asks()
                .body("{\"used\": true, \"substances\": [\"OPIOIDS\"], \"suicideThoughts\": false}")
                .post(API + "/plans/" + scene.plan() + "/check-ins")
                .then()
                .statusCode(201));
        await().untilAsserted(() -> assertThat(Mailbox.of(onCall)).hasSize(PEOPLE));

        for (int step = 2; step <= 5; step++) {
            itIs(now().plus(Duration.ofMinutes(10)));
            other.sweep();
            int pages = step * PEOPLE;
            await().untilAsserted(() -> assertThat(Mailbox.of(onCall)).hasSize(pages));
        }

        itIs(now().plus(Duration.ofMinutes(2)));
        assertThat(Mailbox.of(onCall))
                .hasSize(5 * PEOPLE)
                .extracting(Mailbox.Received::id)
                .doesNotHaveDuplicates();
        assertThat(people).allSatisfy(scene -> assertThat(steps(scene)).isEqualTo(4));
    }

    private static String address(Scene scene) {
        return "ada-%s@example.org".formatted(scene.patient);
    }

    /** What staff were asked, and where it stands. */
    private static List<String> opened(Scene scene) {
        return Stream.of("OPEN", "WITHDRAWN")
                .flatMap(status -> SUPERVISOR
                        .asks()
                        .get(API + "/tasks?limit=200&status=" + status + "&patient=" + scene.patient)
                        .<List<String>>path("items.kind")
                        .stream()
                        .map(kind -> kind + " " + status))
                .filter(task -> task.startsWith("check-in-"))
                .toList();
    }

    private int steps(Scene scene) {
        return AtOnce.inTheClinic(() -> sql.one(
                        "select steps from platform.task where kind = 'check-in-red' and patient_id = ?",
                        row -> row.getInt(1),
                        scene.patient.value())
                .orElseThrow());
    }
}
