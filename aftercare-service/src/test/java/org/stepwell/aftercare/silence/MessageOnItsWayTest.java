package org.stepwell.aftercare.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.silence.SilenceTest.steps;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.AnotherReplica;

/** The hour of the call comes while the message before it is on its way: it was sent, or it is not sent any more. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MessageOnItsWayTest {

    private static final Duration UNTIL_MESSAGE = Duration.ofHours(5);
    private static final Duration UNTIL_CALL = Duration.ofHours(25);

    /** Somebody who is reached by mail, and whose check-in is due in a week. */
    private record Silent(Scene scene, String address, Instant due) {

        static Silent reachedByMail() {
            var scene = somebodyDischargedToday();
            var address = "ada-%s@example.org".formatted(scene.patient);
            Reached.byCallOrMail(scene.patient, address, null, null);
            return new Silent(
                    scene,
                    address,
                    today().plusDays(7).atTime(12, 0).atZone(NEW_YORK).toInstant());
        }
    }

    @Test
    void aMessageThatAReplicaIsSendingIsSentAndByNoOther() {
        var somebody = Silent.reachedByMail();
        // A clock answers when all that is due is done: not before the mail server does.
        try (var clocks = Executors.newVirtualThreadPerTaskExecutor()) {
            Mailbox.whileSlow(() -> {
                clocks.execute(() -> itIs(somebody.due.plus(UNTIL_MESSAGE)));
                await().until(() -> Mailbox.brought() == 1);
                clocks.execute(() -> itIs(somebody.due.plus(UNTIL_CALL)));
                await().untilAsserted(
                                () -> assertThat(steps(somebody.scene)).startsWith("MESSAGE LEAVING", "CALL OPEN"));
                try (var other = new AnotherReplica()) {
                    other.sweep();
                }
                assertThat(steps(somebody.scene)).startsWith("MESSAGE LEAVING", "CALL OPEN");
                assertThat(Mailbox.brought()).isEqualTo(1);
                assertThat(Mailbox.of(somebody.address)).isEmpty();
            });
        }

        assertThat(steps(somebody.scene)).startsWith("MESSAGE SENT", "CALL OPEN");
        assertThat(Mailbox.of(somebody.address)).hasSize(1);
    }

    @Test
    void aMessageThatNobodyTookBeforeTheCallIsNotSentAnyMore() {
        var somebody = Silent.reachedByMail();
        Mailbox.whileAway(() -> {
            itIs(somebody.due.plus(UNTIL_MESSAGE));
            assertThat(steps(somebody.scene)).first().isEqualTo("MESSAGE LEAVING");
            itIs(somebody.due.plus(UNTIL_CALL));
        });

        await().untilAsserted(() -> assertThat(steps(somebody.scene)).startsWith("MESSAGE SUPERSEDED", "CALL OPEN"));
        assertThat(Mailbox.of(somebody.address)).isEmpty();
    }
}
