package org.stepwell.platform.message;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends plain e-mail. Whoever sends again what may have left already sends it under the same id, by which it is known. */
@Singleton
public class Mail {

    /** Longer than a busy server takes; what is not answered by then is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(4);

    /** No such mailbox (550, 551), or no such address (501, 553): RFC 5321, 4.2.3. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(501, 550, 551, 553);

    private final ReactiveMailer mailer;

    /** A thread without a context of Vert.x: one that waits would wait for itself. */
    private final Executor apart = Executors.newVirtualThreadPerTaskExecutor();

    /** Without the name before it. */
    private final String sender;

    private final String domain;

    Mail(ReactiveMailer mailer, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        sender = from.substring(from.indexOf('<') + 1).replace(">", "").strip();
        domain = sender.substring(sender.indexOf('@') + 1);
    }

    /**
     * Sends one message; it is with the mail server when this returns.
     *
     * @throws Undeliverable where there is no such mailbox; anything else passes, and is worth another try
     */
    public void send(UUID id, String to, String subject, String text) {
        send(id, io.quarkus.mailer.Mail.withText(to, subject, text));
    }

    /** The same from the address alone: what its name says of our messages to patients does not hold for this one. */
    public void sendUnnamed(UUID id, String to, String subject, String text) {
        send(id, io.quarkus.mailer.Mail.withText(to, subject, text).setFrom(sender));
    }

    private void send(UUID id, io.quarkus.mailer.Mail mail) {
        mail.addHeader("Message-ID", "<%s@%s>".formatted(id, domain)) // our name would say what kind of clinic writes
                .addHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no automatic answer to this one
        try {
            handOver(mail);
        } catch (RuntimeException e) {
            throw meant(e);
        }
    }

    /** A connection now and then says nothing at all, where the next one is answered at once: there is a second one, under the same id. */
    private void handOver(io.quarkus.mailer.Mail mail) {
        try {
            handOver(mail, FIRST_PATIENCE);
        } catch (TimeoutException silent) {
            handOver(mail, PATIENCE);
        }
    }

    private void handOver(io.quarkus.mailer.Mail mail, Duration patience) {
        Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(apart)
                .await()
                .atMost(patience);
    }

    /** The server's own words are left behind: they repeat the address. */
    static RuntimeException meant(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refused) {
                return NO_SUCH_MAILBOX.contains(refused.getReplyCode())
                        ? new Undeliverable("the mail server answers %d".formatted(refused.getReplyCode()))
                        : new IllegalStateException("the mail server answers %d".formatted(refused.getReplyCode()));
            }
            if (cause instanceof IllegalArgumentException) {
                return new Undeliverable("it is no address of a mailbox");
            }
        }
        return new IllegalStateException("the mail server takes nothing (%s)"
                .formatted(failure.getClass().getSimpleName()));
    }
}
