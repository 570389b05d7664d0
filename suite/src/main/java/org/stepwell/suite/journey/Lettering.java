package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.suite.Trouble;

/** What Amina's attorney gets in writing, and no longer than she wants it. */
final class Lettering {

    private static final Pattern LINK = Pattern.compile("/api/enrollment/v1(/links/[^\\s]+)");

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient amina;
    private final String mailbox;

    Lettering(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.amina = stage.cast().amina();
        this.mailbox = "counsel-%s@example.org".formatted(amina.id());
    }

    void play() {
        var given = new Consenting(stage, amina).gives(terms());
        var counsel = given.recipient();
        var sent = writes(counsel, Map.of());
        var queued = writes(counsel, Map.of("notBefore", in(Duration.ofHours(1))));
        stage.time().settle();
        claims.expect("a letter leaves, and one that shall wait waits", "SENT QUEUED", status(sent, queued));
        var link = link();
        var opened = api.getAnonymously(ENROLLMENT, link);
        claims.expect(
                "its link shows how Amina came",
                "200 true",
                opened.status() + " " + opened.body().asText().contains("Attendance from"));
        api.must(api.post(
                amina.account(), ENROLLMENT, "/consents/" + given.consent() + "/revocation", Map.of("how", "SPOKEN")));
        claims.expect(
                "until she revokes it: then it opens nothing",
                404,
                api.getAnonymously(ENROLLMENT, link).status());
        stage.time().passUntil(stage.time().now().plus(Duration.ofHours(1)));
        stage.time().settle();
        claims.expect("and the one that waited does not leave", "SENT STOPPED", status(sent, queued));
        stage.telling().say("Amina's attorney reads in writing that she comes, until she takes it back.");
    }

    private String writes(String counsel, Map<String, Object> more) {
        var form = new HashMap<String, Object>(Map.of(
                "kind",
                "ATTENDANCE",
                "firstDay",
                stage.firstDay().toString(),
                "lastDay",
                stage.day().minusDays(1).toString(),
                "recipient",
                Map.of("kind", "OTHER", "id", counsel),
                "purpose",
                "AT_PATIENT_REQUEST",
                "reader",
                Map.of("name", "Dale " + Cast.CANARY, "email", mailbox)));
        form.putAll(more);
        return api.must(api.post("ivy", ENROLLMENT, "/patients/" + amina.id() + "/letters", form))
                .id();
    }

    private String in(Duration later) {
        return stage.time().now().plus(later).toString();
    }

    private String status(String... letters) {
        return Stream.of(letters)
                .map(letter -> api.must(api.get("ivy", ENROLLMENT, "/letters/" + letter)))
                .map(letter -> letter.body().path("status").asText())
                .collect(Collectors.joining(" "));
    }

    /** The one that came by mail; a line that is too long for a mail is folded in it. */
    private String link() {
        try (var files = Files.list(stage.clinic().settings().mails())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Lettering::read)
                    .filter(mail -> mail.contains(mailbox))
                    .map(mail -> LINK.matcher(mail.replace("=\r\n", "").replace("=\n", "")))
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("No mail with a link came to Amina's attorney."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> terms() {
        return Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "that I come, and how often; ask for " + Cast.CANARY,
                "recipients",
                List.of(Map.of("kind", "OTHER", "name", "Dale " + Cast.CANARY)),
                "purposes",
                List.of("AT_PATIENT_REQUEST"),
                "categories",
                List.of("PRESENCE", "ATTENDANCE"),
                "lastDay",
                "2099-06-30");
    }
}
