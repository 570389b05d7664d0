package org.stepwell.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged.OnCall;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.testing.TextsReceived;

/**
 * A message has left, and the process dies before its transaction commits. It is sent again, under the same id, by which whoever takes
 * it knows that it is the same; and once it has committed, never again.
 */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DiedBeforeItCommittedTest {

    private static final String API = "/api/aftercare/v1";

    @Inject
    Sql sql;

    private final String address = "ada-%s@example.org".formatted(UUID.randomUUID());
    private final String phone =
            "+1555%06d7".formatted(ThreadLocalRandom.current().nextInt(1_000_000));

    @AfterEach
    void commitsGoThroughAgain() throws SQLException, IOException {
        superuser("drop trigger if exists dies on platform.due");
        Paged.isOnCall(null);
    }

    @Test
    void theMessageToSomebodySilentHasOneId() throws SQLException, IOException {
        var scene = somebodyDischargedToday();
        Reached.byMail(scene.patient, address);
        var due = today().plusDays(7).atTime(12, 0).atZone(NEW_YORK).toInstant();
        itIs(due.plusSeconds(60));

        sentAgainUnderOneId(
                "check-in-message",
                () -> itIs(due.plus(Duration.ofHours(4))),
                () -> Mailbox.of(address).stream().map(Mailbox.Received::id).toList());

        itIs(due.plus(Duration.ofHours(5)));
        assertThat(SUPERVISOR
                        .asks()
                        .get(API + "/plans/" + scene.plan() + "/outreach")
                        .<String>path("silences[0].steps.find { it.kind == 'MESSAGE' }.status"))
                .isEqualTo("SENT");
    }

    @Test
    void aPageHasOneId() throws SQLException, IOException {
        Paged.allThatOthersLeftIsTaken();
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        Paged.isOnCall(new OnCall(phone, null));

        sentAgainUnderOneId(
                "task-page",
                () -> scene.thePatient()
                        .asks()
                        .body("{\"used\": true, \"substances\": [\"OPIOIDS\"], \"suicideThoughts\": false}")
                        .post(API + "/plans/" + scene.plan() + "/check-ins")
                        .then()
                        .statusCode(201),
                () -> TextsReceived.of(phone).stream()
                        .map(TextsReceived.Received::id)
                        .toList());
    }

    @Test
    void aReminderOfAStepHasOneId() throws SQLException, IOException {
        var scene = somebodyLeavingSoon();
        Reached.byMail(scene.patient, address);
        var day = today().plusDays(10);
        var step = scene.theClinician()
                .asks()
                .body("{\"kind\": \"HOUSING\", \"date\": \"%s\"}".formatted(day))
                .post(API + "/plans/" + scene.plan() + "/next-steps")
                .<String>path("id");
        scene.theClinician()
                .asks()
                .header("If-Match", "*")
                .post(API + "/next-steps/" + step + "/acceptance")
                .then()
                .statusCode(200);

        sentAgainUnderOneId(
                "next-step-reminder-leaves",
                () -> itIsTheMorningOf(day.minusDays(1)),
                () -> Mailbox.of(address).stream().map(Mailbox.Received::id).toList());
    }

    @Test
    void aNoteOnAMilestoneHasOneId() throws SQLException, IOException {
        var scene = somebodyDischargedToday();
        Reached.byMail(scene.patient, address);
        var since = today();
        scene.thePatient()
                .asks()
                .body("{\"since\": \"%s\"}".formatted(since))
                .put(API + "/patients/" + scene.patient + "/sobriety")
                .then()
                .statusCode(200);

        sentAgainUnderOneId(
                "milestone-note-leaves",
                () -> itIsTheMorningOf(since.plusDays(1)),
                () -> Mailbox.of(address).stream().map(Mailbox.Received::id).toList());
    }

    /** Whoever sends takes its due row away in the end: as long as that can not be committed, all but the message is undone. */
    private void sentAgainUnderOneId(String kind, Runnable happens, Supplier<List<String>> ids)
            throws SQLException, IOException {
        superuser("""
                create or replace function public.dies() returns trigger language plpgsql as
                $$ begin raise exception 'the process dies here'; end $$
                """);
        superuser("""
                create constraint trigger dies after delete on platform.due deferrable initially deferred
                for each row when (old.kind = '%s') execute function public.dies()
                """.formatted(kind));
        happens.run();
        await().untilAsserted(() -> assertThat(ids.get()).hasSizeGreaterThan(1));

        superuser("drop trigger dies on platform.due");

        await().until(() -> AtOnce.<Boolean>inTheClinic(
                () -> sql.list("select 1 from platform.due where kind = ? and attempts > 0", row -> row.getInt(1), kind)
                        .isEmpty()));
        int sent = ids.get().size();
        itIs(Scene.now().plus(Duration.ofMinutes(2)));
        assertThat(ids.get()).hasSize(sent).containsOnly(ids.get().getFirst());
    }

    private static void superuser(String statement) throws SQLException, IOException {
        try (var connection = StepwellTestResource.superuser();
                var execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }
}
