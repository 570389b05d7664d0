package org.stepwell.platform.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server inside this JVM, which takes everything and keeps each mail as a file of a folder. */
public final class LocalMail implements AutoCloseable {

    private final GreenMail server;
    private final Path folder;
    private final AtomicLong taken = new AtomicLong();

    private LocalMail(GreenMail server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts it on this folder; port 0 takes a free one. */
    public static LocalMail start(Path folder, int port) throws IOException {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
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

    /** Whole or not at all: who looks into the folder meanwhile sees no half mail. */
    private void keep(MimeMessage content) throws IOException, MessagingException {
        var name = "%d-%04d.eml".formatted(System.currentTimeMillis(), taken.incrementAndGet());
        var half = folder.resolve(name + ".part");
        try (var file = Files.newOutputStream(half)) {
            content.writeTo(file);
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
