package org.stepwell.platform.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the mail server of the test has taken. */
public final class Mailbox {

    /** The setting that says where it keeps them. */
    static final String FOLDER = "stepwell.test.mail";

    private Mailbox() {}

    /** One mail, as its reader sees it. */
    public record Received(String id, String from, String to, String subject, String text) {

        private static Received read(Path file) {
            try (var in = Files.newInputStream(file)) {
                var mail = new MimeMessage(null, in);
                return new Received(
                        mail.getMessageID(),
                        mail.getFrom()[0].toString(),
                        mail.getAllRecipients()[0].toString(),
                        mail.getSubject(),
                        mail.getContent().toString().replace("\r\n", "\n").strip());
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("a mail could not be read (%s)".formatted(file), e);
            }
        }
    }

    /** An address of which the mail server knows that there is no such mailbox. */
    public static String thatIsNotThere() {
        return UUID.randomUUID() + LocalMail.NOBODY_AT;
    }

    /** An address for which the mail server takes nothing, however often it is asked. */
    public static String thatIsRefused() {
        return UUID.randomUUID() + LocalMail.REFUSED_AT;
    }

    /** While this is done, the mail server takes nothing. */
    public static void whileAway(Runnable meanwhile) {
        whileThereIs(LocalMail.AWAY, meanwhile);
    }

    /** While this is done, whoever brings a mail waits to hear that it was taken. */
    public static void whileSlow(Runnable meanwhile) {
        whileThereIs(LocalMail.SLOW, meanwhile);
    }

    /** How many mails the server has and has not yet said that it took. */
    public static long brought() {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(LocalMail.BROUGHT))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void whileThereIs(String sign, Runnable meanwhile) {
        var file = folder().resolve(sign);
        try {
            Files.createFile(file);
            try {
                meanwhile.run();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Path.of(ConfigProvider.getConfig().getValue(FOLDER, String.class));
    }

    /** All that came for an address, oldest first. */
    public static List<Received> of(String address) {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Received::read)
                    .filter(mail -> mail.to().equals(address))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the folder of mails could not be read", e);
        }
    }
}
