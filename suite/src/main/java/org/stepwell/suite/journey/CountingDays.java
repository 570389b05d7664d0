package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;
import static org.stepwell.suite.journey.Stage.THERAPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Nora counts her days: a note on the thirtieth, and none on the sixtieth, because she wants no more of them. Whom she has found to call
 * meanwhile her counselor reads, too.
 */
final class CountingDays {

    private static final int DAYS_BEFORE = 25;
    private static final String NOTE = "A good day";

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient nora;
    private final Mailbox mailbox;

    CountingDays(Stage stage, Mailbox mailbox) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.nora = stage.cast().nora();
        this.mailbox = mailbox;
    }

    void begins() {
        api.must(api.put(
                nora.account(),
                AFTERCARE,
                sobriety(),
                Map.of("since", stage.day().minusDays(DAYS_BEFORE).toString()),
                null));
        findsASponsor();
    }

    private void findsASponsor() {
        var since = stage.day().toString();
        api.must(api.put(
                nora.account(),
                AFTERCARE,
                "/patients/" + nora.id() + "/support/sponsor",
                Map.of("name", "B.", "since", since),
                null));
        stage.time().settle();
        claims.expect(
                "her counselor reads whom Nora may call, and since when",
                "B. " + since,
                text(api.must(api.get("carl", THERAPY, "/patients/" + nora.id() + "/twelve-step"))
                        .body()
                        .path("sponsor")));
    }

    private static String text(JsonNode sponsor) {
        return sponsor.path("name").asText() + " " + sponsor.path("since").asText();
    }

    /** The thirtieth day is over. */
    void mutes() {
        claims.expect("on her thirtieth day Nora has a note", "SENT", note("P30D"));
        claims.expect("exactly once", 1L, mailbox.count(NOTE));
        api.must(api.put(nora.account(), AFTERCARE, sobriety() + "/muting", Map.of(), null));
    }

    /** The sixtieth is over, too. */
    void wasNotWrittenTo() {
        claims.expect("on the sixtieth she wanted none", "MUTED", note("P60D"));
        claims.expect("so that none came", 1L, mailbox.count(NOTE));
    }

    private String note(String after) {
        return api.must(api.get(nora.account(), AFTERCARE, sobriety()))
                .body()
                .at("/beginnings/0/reached")
                .valueStream()
                .filter(reached -> reached.path("after").asText().equals(after))
                .map(reached -> reached.path("note").asText())
                .findFirst()
                .orElse("not reached");
    }

    private String sobriety() {
        return "/patients/" + nora.id() + "/sobriety";
    }
}
