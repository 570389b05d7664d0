package org.stepwell.platform.testing;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A mail server inside this JVM, which takes everything and keeps each mail as a file of a folder; but for mailboxes of which it
 * knows that they are not there, or that it refuses.
 */
public final class LocalMail implements AutoCloseable {

    /** Of this domain there is no mailbox. */
    static final String NOBODY_AT = "@nobody.example";

    /** For this domain it takes nothing, and does not say that there is no such mailbox. */
    static final String REFUSED_AT = "@refused.example";

    /** A file beside the mails: while it is there, the server hangs up on whoever brings one. */
    static final String AWAY = "away";

    /** A file beside the mails: while it is there, the server has whatever is brought, and does not yet say that it took it. */
    static final String SLOW = "slow";

    /** What a mail is called that the server has and has not yet taken. */
    static final String BROUGHT = ".part";

    private static final int LOOKS_AGAIN_MILLIS = 20;

    private final GreenMail server;
    private final Path folder;
    private final AtomicLong taken = new AtomicLong();

    private LocalMail(GreenMail server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts it on this folder; port 0 takes a free one. */
    public static LocalMail start(Path folder, int port) throws IOException {
        var server = new KnowingMailboxes(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var mail = new LocalMail(server, Files.createDirectories(folder));
        var everybody = server.setUser("everybody@localhost", "everybody");
        server.getUserManager().setMessageDeliveryHandler((message, _) -> {
            try {
                mail.keep(message.getMessage());
                return everybody;
            } catch (IOException e) {
                throw new UncheckedIOException("a mail could not be kept", e);
            }
        });
        server.start();
        return mail;
    }

    /** Refuses mailboxes that are not there, as any server does. */
    private static final class KnowingMailboxes extends GreenMail {

        KnowingMailboxes(ServerSetup setup) {
            super(setup);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers all) {
            var knowing = new SmtpManager(all.getImapHostManager(), all.getUserManager()) {
                @Override
                public @Nullable String checkRecipient(SmtpState state, MailAddress address) {
                    if (address.getEmail().endsWith(REFUSED_AT)) {
                        return "554 Refused";
                    }
                    return address.getEmail().endsWith(NOBODY_AT) ? "550 No such mailbox" : null;
                }
            };
            return super.createServices(setups, new Managers() {
                @Override
                public SmtpManager getSmtpManager() {
                    return knowing;
                }
            });
        }
    }

    /** Whole or not at all: who looks into the folder meanwhile sees no half mail. */
    private void keep(MimeMessage content) throws IOException, MessagingException {
        if (Files.exists(folder.resolve(AWAY))) {
            throw new IOException("away");
        }
        var name = "%d-%04d.eml".formatted(System.currentTimeMillis(), taken.incrementAndGet());
        var half = folder.resolve(name + BROUGHT);
        try (var file = Files.newOutputStream(half)) {
            content.writeTo(file);
        }
        while (Files.exists(folder.resolve(SLOW))) {
            LockSupport.parkNanos(Duration.ofMillis(LOOKS_AGAIN_MILLIS).toNanos());
        }
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where it listens. */
    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
