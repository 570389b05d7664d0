package org.stepwell.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MailTest {

    @Inject
    Mail mail;

    @Test
    void aMailArrivesUnderItsIdFromNobodyInParticular() {
        var id = UUID.randomUUID();
        var address = "maya-%s@example.org".formatted(id);

        mail.send(id, address, "Terminerinnerung für Sie", "Mañana a las 18:00.\nBis morgen.");

        assertThat(Mailbox.of(address)).singleElement().satisfies(received -> {
            assertThat(received.id()).isEqualTo("<%s@localhost>".formatted(id));
            assertThat(received.from()).isEqualTo("Appointments <no-reply@localhost>");
            assertThat(received.subject()).isEqualTo("Terminerinnerung für Sie");
            assertThat(received.text()).isEqualTo("Mañana a las 18:00.\nBis morgen.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maya", "maya@", "maya@example.org\r\nBcc: eve@example.org", "maya@example.org, eve@example.org"
            })
    void whatIsNoAddressOfOneMailboxGoesNowhere(String address) {
        assertThatThrownBy(() -> mail.send(UUID.randomUUID(), address, "Reminder", "Tomorrow."))
                .isInstanceOf(Undeliverable.class)
                .hasMessageNotContaining("maya");

        assertThat(Mailbox.of("eve@example.org")).isEmpty();
    }

    @Test
    void whereThereIsNoSuchMailboxNobodyTriesAgain() {
        var address = Mailbox.thatIsNotThere();

        assertThatThrownBy(() -> mail.send(UUID.randomUUID(), address, "Reminder", "Tomorrow."))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("550")
                .hasMessageNotContaining(address);
    }

    @Test
    void aServerThatIsAwayIsWorthAnotherTry() {
        var id = UUID.randomUUID();
        var address = "maya-%s@example.org".formatted(id);

        Mailbox.whileAway(() -> assertThatThrownBy(() -> mail.send(id, address, "Reminder", "Tomorrow."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("maya"));
        mail.send(id, address, "Reminder", "Tomorrow.");

        assertThat(Mailbox.of(address))
                .singleElement()
                .extracting(Mailbox.Received::id)
                .isEqualTo("<%s@localhost>".formatted(id));
    }

    /** The tests of this module open a connection for each mail; its server speaks first, also while the machine is busy. */
    @Test
    void whoeverConnectsHearsTheGreeting() {
        var address = "maya-%s@example.org".formatted(UUID.randomUUID());
        var over = new AtomicBoolean();
        Thread.ofPlatform().daemon().start(() -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
        });
        try {
            for (int i = 0; i < 100; i++) {
                mail.send(UUID.randomUUID(), address, "Reminder", "Tomorrow.");
            }
        } finally {
            over.set(true);
        }

        assertThat(Mailbox.of(address)).hasSize(100);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            550, true
            553, true
            452, false
            535, false
            554, false
            """)
    void onlyAMailboxThatIsNotThereIsGivenUp(int reply, boolean givenUp) {
        var refused = new CompletionException(
                new SMTPException("recipient address not accepted: maya@example.org", reply, List.of(), true));

        assertThat(Mail.meant(refused))
                .satisfies(meant -> assertThat(meant instanceof Undeliverable).isEqualTo(givenUp))
                .hasMessageContaining(Integer.toString(reply))
                .hasMessageNotContaining("maya")
                .hasNoCause();
    }
}
