package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.SCHEDULING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether everybody was reminded of each day on which they were expected, once, in words that say nothing else. */
final class Reminding {

    private final Stage stage;
    private final Claims claims;

    Reminding(Stage stage) {
        this.stage = stage;
        this.claims = stage.claims();
    }

    void play() {
        var told = stage.cast().everybody().stream()
                .flatMap(patient -> reminders(patient).map(reminder -> new Told(patient, reminder)))
                .toList();
        claims.expect(
                "everybody was reminded of each day, as far as it was time",
                told.stream().map(Told::day).distinct().count(),
                told.stream().filter(Told::sent).map(Told::day).distinct().count());
        claims.expect(
                "nobody twice of the same",
                told.stream().map(Told::occasion).distinct().count(),
                (long) told.size());
        var mails = texts(stage.clinic().settings().mails(), "Subject: Appointment");
        var messages = texts(stage.clinic().settings().texts(), "appointment");
        claims.expect("each that was mailed is a mail", by("EMAIL", told), (long) mails.size());
        claims.expect("each that was texted is a text message", by("TEXT_MESSAGE", told), (long) messages.size());
        claims.expect(
                "none says about whom, or from which clinic",
                0L,
                Stream.concat(mails.stream(), messages.stream())
                        .filter(text -> text.contains(Cast.CANARY) || text.contains("Riverside"))
                        .count());
    }

    /** What somebody was told, or not. */
    private record Told(Cast.Patient patient, JsonNode reminder) {

        boolean sent() {
            return "SENT".equals(reminder.path("outcome").asText());
        }

        String day() {
            return patient.id() + " " + reminder.path("day").asText();
        }

        String occasion() {
            return day() + " " + reminder.path("number").asInt();
        }
    }

    private static long by(String channel, List<Told> told) {
        return told.stream()
                .filter(one -> one.sent()
                        && channel.equals(one.reminder().path("channel").asText()))
                .count();
    }

    private Stream<JsonNode> reminders(Cast.Patient patient) {
        var path = "/patients/%s/reminders?from=%s".formatted(patient.id(), stage.today());
        return StreamSupport.stream(
                stage.api()
                        .must(stage.api().get("sam", SCHEDULING, path))
                        .body()
                        .spliterator(),
                false);
    }

    /** What the post office of this machine took since the story began, as far as it is a reminder. */
    private List<String> texts(Path folder, String of) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".part") && takenAt(file) >= stage.begunMillis())
                    .map(Reminding::read)
                    .filter(text -> text.contains(of))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long takenAt(Path file) {
        return Long.parseLong(file.getFileName().toString().split("-", 2)[0]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
