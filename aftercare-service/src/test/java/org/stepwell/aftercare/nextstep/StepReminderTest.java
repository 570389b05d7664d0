package org.stepwell.aftercare.nextstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.nextstep.Steps.API;
import static org.stepwell.aftercare.nextstep.Steps.answer;
import static org.stepwell.aftercare.nextstep.Steps.id;
import static org.stepwell.aftercare.nextstep.Steps.propose;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;

/** The message before a step: by a way that is agreed, and nobody waits for it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class StepReminderTest {

    @Inject
    Sql sql;

    @Test
    void aMailLeavesWhileSomebodyElseHoldsTheStep() {
        var maya = somebodyLeavingSoon();
        var address = "maya-%s@example.org".formatted(maya.patient);
        Reached.byMail(maya.patient, address, LocalTime.of(11, 0), LocalTime.of(20, 0));
        var day = today().plusDays(10);
        var step = accepted(maya, day);
        at(day.minusDays(1), "10:01");
        shows(maya, step, "LEAVING");
        assertThat(Mailbox.of(address)).isEmpty();

        var eleven = AtOnce.inTheClinic(() -> {
            sql.list("select 1 from next_step where id = ? for update", row -> 1, UUID.fromString(step));
            var begun = CompletableFuture.runAsync(() -> at(day.minusDays(1), "11:01"));
            await("the mail, before the step is let go")
                    .untilAsserted(() -> assertThat(Mailbox.of(address)).hasSize(1));
            return begun;
        });
        eleven.join();

        shows(maya, step, "SENT");
        at(day.minusDays(1), "15:00");
        assertThat(Mailbox.of(address)).hasSize(1);
    }

    @Test
    void whatIsWithdrawnWhileItsMessageWaitsIsNotRemindedOf() {
        var maya = somebodyLeavingSoon();
        var address = "maya-%s@example.org".formatted(maya.patient);
        Reached.byMail(maya.patient, address, LocalTime.of(11, 0), LocalTime.of(20, 0));
        var day = today().plusDays(10);
        var step = accepted(maya, day);
        at(day.minusDays(1), "10:01");
        shows(maya, step, "LEAVING");

        answer(maya.theClinician(), step, "withdrawal").then().statusCode(200);
        at(day.minusDays(1), "12:00");

        shows(maya, step, "SUPERSEDED");
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void whoAgreedToCallsAloneIsNotWrittenTo() {
        var maya = somebodyLeavingSoon();
        var address = "maya-%s@example.org".formatted(maya.patient);
        Reached.byMail(maya.patient, address);
        maya.thePatient()
                .asks()
                .header("If-Match", "*")
                .body("{\"channels\": [\"PHONE\"]}")
                .put(API + "/plans/" + maya.plan() + "/channels")
                .then()
                .statusCode(200);
        var day = today().plusDays(10);
        var step = accepted(maya, day);

        at(day.minusDays(1), "10:01");

        shows(maya, step, "NO_SAFE_WAY");
        assertThat(Mailbox.of(address)).isEmpty();
    }

    private static String accepted(Scene maya, LocalDate day) {
        var step = id(propose(maya.theClinician(), maya, "{\"kind\": \"HOUSING\", \"date\": \"%s\"}".formatted(day)));
        answer(maya.theClinician(), step, "acceptance").then().statusCode(200);
        return step;
    }

    private static void shows(Scene maya, String step, String reminder) {
        maya.theClinician()
                .asks()
                .get(API + "/next-steps/" + step)
                .then()
                .statusCode(200)
                .body("reminder", equalTo(reminder));
    }

    private static void at(LocalDate day, String hour) {
        itIs(day.atTime(LocalTime.parse(hour)).atZone(NEW_YORK).toInstant());
    }
}
