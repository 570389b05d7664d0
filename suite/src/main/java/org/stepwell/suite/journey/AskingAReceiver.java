package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepwell.suite.Trouble;

/** What whoever is to receive Nora sees of her by the link of a letter: nobody, then her, and nothing once she takes her consent back. */
final class AskingAReceiver {

    private static final Pattern LINK = Pattern.compile("/api/aftercare/v1(/links/[^\\s]+)");
    private static final int DAYS_TO_ANSWER = 10;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient nora;

    AskingAReceiver(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.nora = stage.cast().nora();
    }

    void play() {
        var consenting = new Consenting(stage, nora);
        var given =
                consenting.tells(Map.of("kind", "TREATING_PROVIDER", "name", "Ruth Park " + Cast.CANARY), "TREATMENT");
        var mailbox = new Mailbox(stage, "peers-%s@example.org".formatted(nora.id()));
        writes(given.recipient(), "peers-%s@example.org".formatted(nora.id()));
        stage.time().settle();
        claims.expect("the mail to a receiver says nothing of Nora", 0L, mailbox.saying(nora.name(), Cast.CANARY));
        var link = link(mailbox);
        var first = api.getAnonymously(AFTERCARE, link);
        claims.expect("the receiver first sees who asks, and nobody's name", "200 false", seen(first));
        var opened = api.postAnonymously(AFTERCARE, link + "/opening", Map.of());
        claims.expect("and then, because Nora consents, whom", "200 true", seen(opened));
        consenting.revokes(given);
        claims.expect(
                "after she revokes it the link is none any more",
                "404 false",
                seen(api.getAnonymously(AFTERCARE, link)));
        claims.expect(
                "and shows nothing of her",
                "404 false",
                seen(api.postAnonymously(AFTERCARE, link + "/opening", Map.of())));
        stage.telling().say("Whoever was to receive Nora reads of her until she takes it back.");
    }

    private void writes(String recipient, String address) {
        var day = stage.day().plusDays(DAYS_TO_ANSWER).toString();
        var step = api.must(api.post(
                        "carl",
                        AFTERCARE,
                        "/plans/" + nora.plan() + "/next-steps",
                        Map.of("kind", "PEER_SUPPORT", "receiver", "Ruth Park " + Cast.CANARY, "date", day)))
                .id();
        api.must(api.post(
                "carl",
                AFTERCARE,
                "/next-steps/" + step + "/letters",
                Map.of(
                        "way",
                        "EMAIL",
                        "recipient",
                        Map.of("kind", "TREATING_PROVIDER", "id", recipient),
                        "purpose",
                        "TREATMENT",
                        "also",
                        List.of(),
                        "receiver",
                        Map.of("name", "Ruth Park", "email", address),
                        "answerBy",
                        day)));
    }

    /** How it was answered, and whether it says of whom. */
    private String seen(Api.Answer answer) {
        var text = answer.body().toString();
        return answer.status() + " " + (text.contains(nora.name()) || text.contains(Cast.CANARY));
    }

    private static String link(Mailbox mailbox) {
        return mailbox.mails().stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new Trouble("No mail with a link came to whoever is to receive Nora."));
    }
}
