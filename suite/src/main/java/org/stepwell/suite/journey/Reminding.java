package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Whether everybody was reminded of each day on which they were expected, once, in a mail that says nothing else. */
final class Reminding {

    private static final String TO = "To: ";

    private final Stage stage;
    private final Claims claims;

    Reminding(Stage stage) {
        this.stage = stage;
        this.claims = stage.claims();
    }

    void play() {
        var mails = mailsByReader();
        long days = 0;
        long mailed = 0;
        long sent = 0;
        long twice = 0;
        for (var patient : stage.cast().finishers()) {
            var reminders = reminders(patient);
            days += reminders.stream()
                    .map(one -> one.path("day").asText())
                    .distinct()
                    .count();
            sent += reminders.stream()
                    .filter(one -> "SENT".equals(one.path("outcome").asText()))
                    .count();
            twice += reminders.size()
                    - reminders.stream().map(Reminding::occasion).distinct().count();
            mailed += mails.getOrDefault(address(patient), List.of()).size();
        }
        claims.expect("everybody was reminded of each day, as far as it was time", days, sent);
        claims.expect("nobody twice", 0L, twice);
        claims.expect("and each reminder is a mail that arrived", sent, mailed);
        claims.expect(
                "no mail says whose, or who it comes from",
                0L,
                mails.values().stream()
                        .flatMap(List::stream)
                        .filter(mail -> mail.contains(Cast.CANARY) || mail.contains("Riverside"))
                        .count());
    }

    private static String occasion(JsonNode reminder) {
        return reminder.path("day").asText() + " " + reminder.path("number").asInt();
    }

    private List<JsonNode> reminders(Cast.Patient patient) {
        var from = stage.firstDay().minusDays(1);
        var answer = stage.api()
                .must(stage.api()
                        .get("carl", SCHEDULING, "/patients/%s/reminders?from=%s".formatted(patient.id(), from)));
        return StreamSupport.stream(answer.body().spliterator(), false).toList();
    }

    private String address(Cast.Patient patient) {
        return stage.api()
                .must(stage.api().get("ivy", ENROLLMENT, "/patients/" + patient.id()))
                .body()
                .path("email")
                .asText();
    }

    private Map<String, List<String>> mailsByReader() {
        var found = new HashMap<String, List<String>>();
        try (var files = Files.list(stage.clinic().settings().mails())) {
            files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Reminding::text)
                    .forEach(mail -> mail.lines()
                            .filter(line -> line.startsWith(TO))
                            .findFirst()
                            .ifPresent(line -> found.computeIfAbsent(
                                            line.substring(TO.length()).strip(), _ -> new ArrayList<>())
                                    .add(mail)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
