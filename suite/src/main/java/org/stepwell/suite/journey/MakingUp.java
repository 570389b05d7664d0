package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.SCHEDULING;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.suite.Trouble;

/** Boris misses a Monday, is told at once that his week is at risk, and takes the Saturday that saves it. */
final class MakingUp {

    private static final int DAYS_IN_WEEK = 7;
    private static final int AFTER_ALL_EVENINGS = 40;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient boris;
    private String workshop = "";
    private String saturdays = "";
    private int sessions;

    MakingUp(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.boris = stage.cast().boris();
    }

    /** How many took place. */
    int sessions() {
        return sessions;
    }

    /** On a Friday: once a month Carl holds a workshop on a Saturday, the next time in a week. */
    void opens() {
        var saturday = stage.day().plusDays(DAYS_IN_WEEK + 1L);
        var room = api.must(api.post(
                        "ada", SCHEDULING, "/rooms", Map.of("name", "Workshop " + UUID.randomUUID(), "seats", 14)))
                .id();
        saturdays = api.must(api.post(
                        "ada",
                        SCHEDULING,
                        "/groups",
                        Map.ofEntries(
                                Map.entry("name", "Saturday workshop"),
                                Map.entry("program", stage.program()),
                                Map.entry("track", "evening"),
                                Map.entry("modality", "PSYCHOEDUCATION"),
                                Map.entry("capacity", 12),
                                Map.entry("fewest", 1),
                                Map.entry("room", room),
                                Map.entry("facilitators", List.of(Cast.CARL)),
                                Map.entry("slots", List.of(Map.of("day", "SATURDAY", "from", "09:00", "to", "12:00"))),
                                Map.entry(
                                        "repeats",
                                        "FREQ=MONTHLY;BYDAY=%dSA"
                                                .formatted((saturday.getDayOfMonth() - 1) / DAYS_IN_WEEK + 1)),
                                Map.entry("units", List.of("Sleep", "Food", "Money")),
                                Map.entry("startsOn", saturday.toString()))))
                .id();
        var first = session(saturday);
        claims.expect(
                "a workshop once a month has its first session, and a session says what it is about",
                "Sleep true",
                first.path("unit").asText() + " " + first.path("tooFew").asBoolean());
        workshop = first.path("id").asText();
    }

    /** On the Monday that he missed. */
    void isProposed() {
        var monday = stage.day();
        stage.time().settle();
        claims.expect("whoever misses an evening is at risk the same night", "AT_RISK", forecast(monday));
        var makeUps = "/patients/%s/weeks/%s/make-ups".formatted(boris.id(), monday);
        var proposed = api.must(api.get("ivy", SCHEDULING, makeUps)).body();
        claims.expect(
                "the workshop would save the week",
                workshop,
                proposed.at("/0/sessions/0/session/id").asText());
        api.must(api.post("ivy", SCHEDULING, makeUps, Map.of("sessions", List.of(workshop))));
        claims.expect("and taken in one call it does", "ON_COURSE", forecast(monday));
        stage.telling().say("%s misses a Monday; Ivy gives him the Saturday that makes up for it.", boris.name());
    }

    /** After the Friday of that week. */
    void takesPlace(Notes notes) {
        var saturday = stage.day().plusDays(1);
        var session = session(saturday);
        stage.time().passUntil(Instant.parse(session.path("end").asText()).plus(Duration.ofMinutes(5)));
        api.must(api.post(
                "carl",
                SCHEDULING,
                "/sessions/" + workshop + "/closing",
                Map.of("presences", List.of(Map.of("patient", boris.id(), "status", "PRESENT")))));
        sessions++;
        stage.time().settle();
        notes.writeAndSign(AFTER_ALL_EVENINGS, workshop, List.of(boris));
        stage.time().settle();
        claims.expect("so that the week has what it needs", "MET", forecast(saturday.minusDays(DAYS_IN_WEEK - 2)));
    }

    private String forecast(LocalDate monday) {
        return api.must(api.get("carl", SCHEDULING, "/patients/%s/weeks/%s".formatted(boris.id(), monday)))
                .body()
                .at("/ruleSets/0/forecast")
                .asText();
    }

    private JsonNode session(LocalDate day) {
        var list = api.must(api.get("carl", SCHEDULING, "/sessions?from=%1$s&to=%1$s".formatted(day)));
        for (var session : list.body().path("items")) {
            if (session.path("group").asText().equals(saturdays)) {
                return session;
            }
        }
        throw new Trouble("The calendar has no workshop on " + day);
    }
}
