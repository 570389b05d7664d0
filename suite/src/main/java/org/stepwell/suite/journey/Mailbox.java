package org.stepwell.suite.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What came to one address since the story began, as the post office of this machine took it. */
final class Mailbox {

    private final Stage stage;
    private final String address;

    Mailbox(Stage stage, String address) {
        this.stage = stage;
        this.address = address;
    }

    /** How many mails with a subject came. */
    long count(String subject) {
        return mails().stream()
                .filter(mail -> mail.lines().anyMatch(("Subject: " + subject)::equals))
                .count();
    }

    /** All of them, unfolded: a line that is too long for a mail goes on in the next. */
    List<String> mails() {
        try (var files = Files.list(stage.clinic().settings().mails())) {
            return files.filter(file -> file.toString().endsWith(".eml") && takenAt(file) >= stage.begunMillis())
                    .map(Mailbox::read)
                    .filter(mail -> mail.contains(address))
                    .map(mail -> mail.replace("=\r\n", "").replace("=\n", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of them have any of some words in them. */
    long saying(String... words) {
        return mails().stream()
                .filter(mail -> Stream.of(words).anyMatch(mail::contains))
                .count();
    }

    private static long takenAt(Path file) {
        return Long.parseLong(
                Objects.requireNonNull(file.getFileName()).toString().split("-", 2)[0]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
