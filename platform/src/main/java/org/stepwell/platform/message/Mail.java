package org.stepwell.platform.message;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends plain e-mail. Whoever sends again what may have left already sends it under the same id, by which it is known. */
@Singleton
public class Mail {

    /** Longer than a busy server takes; what is not answered by then is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** No such mailbox (550, 551), or no such address (501, 553): RFC 5321, 4.2.3. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(501, 550, 551, 553);

    private final ReactiveMailer mailer;

    /**
     * The one event loop all mails leave by. A server greets first, and the mail client listens only when it is back on the loop
     * of its caller: where a connection has another loop, as from any other thread, it now and then misses the greeting and
     * waits for ever.
     */
    private final Context context;

    /** Without the name before it. */
    private final String sender;

    private final String domain;

    Mail(ReactiveMailer mailer, Vertx vertx, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        context = ((VertxInternal) vertx).createEventLoopContext();
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

    private void handOver(io.quarkus.mailer.Mail mail) {
        Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .runSubscriptionOn(sending -> context.runOnContext(ignored -> sending.run()))
                .await()
                .atMost(PATIENCE);
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
