package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.SCHEDULING;
import static org.stepwell.suite.journey.Stage.THERAPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwell.suite.Trouble;

/** Esther's plan asks for an hour alone with Carl each week: it is on the list until it is booked, and then it takes place. */
final class Visiting {

    private static final int MINUTES = 60;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient esther;
    private String visit = "";
    private int visits;

    Visiting(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.esther = stage.cast().esther();
    }

    /** How many took place. */
    int visits() {
        return visits;
    }

    /** In the first week, for the second. */
    void books() {
        var monday = stage.firstDay().plusWeeks(1);
        stage.time().settle();
        claims.expect("a visit that a plan needs is on the list of those that nobody booked", true, lacks(monday));
        var free = api.must(api.get(
                        "ivy",
                        SCHEDULING,
                        visits("/free-times?clinician=%s&minutes=%d&from=%s&to=%s"
                                .formatted(Cast.CARL, MINUTES, monday.plusDays(1), monday.plusDays(1)))))
                .body()
                .path(0);
        var start = Instant.parse(free.path("start").asText()).atZone(Cast.ZONE);
        var booked = api.must(api.post(
                "ivy",
                SCHEDULING,
                visits(""),
                Map.of(
                        "modality", "INDIVIDUAL_THERAPY",
                        "clinician", Cast.CARL,
                        "day", start.toLocalDate().toString(),
                        "from", start.toLocalTime().toString(),
                        "to", start.toLocalTime().plusMinutes(MINUTES).toString())));
        visit = booked.body().at("/visits/0/id").asText();
        claims.expect("what is proposed can be booked", List.of(visit), shown(monday));
        claims.expect("every visit that a plan needs is booked, or is on the list", false, lacks(monday));
        stage.telling().say("Ivy books the hour alone with Carl that %s's plan asks for.", esther.name());
    }

    /** In the second week. */
    void takesPlace() {
        var session = api.must(api.get("carl", SCHEDULING, "/sessions/" + visit))
                .body()
                .path("session");
        stage.time().passUntil(Instant.parse(session.path("end").asText()).plus(Duration.ofMinutes(5)));
        api.must(api.post(
                "carl",
                SCHEDULING,
                "/sessions/" + visit + "/closing",
                Map.of("presences", List.of(Map.of("patient", esther.id(), "status", "PRESENT")))));
        visits++;
        stage.time().settle();
        var week = api.must(
                        api.get("carl", SCHEDULING, "/patients/%s/weeks/%s".formatted(esther.id(), monday(session))))
                .body()
                .at("/ruleSets/0");
        claims.expect(
                "her hour alone counts, and not as one of a group",
                List.of(240, 75),
                List.of(
                        week.path("minutes").asInt(),
                        week.path("groupSharePercent").asInt()));
        var due = api.must(api.get("carl", THERAPY, note())).body();
        claims.expect("and its note is due", true, due.path("dueAt").isTextual());
        new Notes(stage).writeAndSignVisit(visit, esther);
        claims.expect(
                "until Carl signs it",
                "SIGNED",
                api.must(api.get("carl", THERAPY, note())).body().path("status").asText());
    }

    private String note() {
        return "/sessions/" + visit + "/note";
    }

    private static LocalDate monday(JsonNode session) {
        return LocalDate.parse(session.path("day").asText()).minusDays(1);
    }

    private String visits(String more) {
        return "/patients/" + esther.id() + "/visits" + more;
    }

    private List<String> shown(LocalDate monday) {
        var needed = api.must(
                        api.get("ivy", SCHEDULING, visits("?from=%s&to=%s".formatted(monday, monday.plusDays(6)))))
                .body()
                .path("needed");
        if (needed.size() != 1) {
            throw new Trouble("Esther's plan asks for one thing in visits, not %d".formatted(needed.size()));
        }
        return needed.path(0).path("booked").findValuesAsText("id");
    }

    private boolean lacks(LocalDate monday) {
        return api.must(api.get("ivy", SCHEDULING, "/visits/missing?limit=200&on=" + monday))
                .body()
                .path("items")
                .findValuesAsText("episode")
                .contains(esther.episode());
    }
}
