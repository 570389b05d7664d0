package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How somebody is looked for from whom no check-in comes: which steps, how often, whom else, and what leaves by mail. */
final class LookingForNora {

    static final String MESSAGE = "We would like to hear from you";

    private static final LocalTime EARLY_AFTERNOON = LocalTime.of(14, 0);
    private static final Set<String> EACH_WEEK = Set.of("MESSAGE", "CALL", "SECOND_CALL");
    private static final Map<String, Long> ONCE = Map.of(
            "PORTAL", 1L,
            "SUPPORT_PERSON", 1L,
            "VISIT_OR_LETTER", 1L,
            "SUPERVISOR_REVIEW", 1L,
            "LINKAGE_OFFER", 1L,
            "UNREACHABLE", 1L);

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient nora;
    private final Consenting consenting;

    LookingForNora(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.nora = stage.cast().nora();
        this.consenting = new Consenting(stage, nora);
    }

    /** Nora lets her sister know that nobody hears from her, and takes it back when it has come to that. */
    void asksNobodyWhomSheTakesBack(LocalDate missed) {
        var sister = api.must(api.post(
                        nora.account(),
                        AFTERCARE,
                        "/patients/" + nora.id() + "/support-people",
                        Map.of(
                                "name",
                                "Rosa " + Cast.CANARY,
                                "relation",
                                "sister",
                                "phone",
                                "+1 555 0177",
                                "topics",
                                List.of("MISSED_CHECK_IN"))))
                .id();
        var given = consenting.tells(
                Map.of("kind", "SUPPORT_PERSON", "id", sister, "name", "Rosa " + Cast.CANARY), "SUPPORT");
        stage.passUntil(missed.plusDays(1), EARLY_AFTERNOON);
        claims.expect(
                "where nobody hears from Nora, her sister may be asked",
                "OPEN " + sister,
                asked(missed).path("status").asText() + " "
                        + asked(missed).path("person").asText());
        claims.expect("which is somebody's work", 1, tasks());
        consenting.revokes(given);
        claims.expect(
                "until Nora takes it back: then she is not asked",
                false,
                asked(missed).path("status").asText().equals("OPEN"));
        claims.expect("and nobody's work is left of it", 0, tasks());
    }

    JsonNode asked(LocalDate missed) {
        return since(missed).stream()
                .flatMap(one -> one.path("steps").valueStream())
                .filter(step -> step.path("kind").asText().equals("SUPPORT_PERSON"))
                .findFirst()
                .orElseThrow();
    }

    private int tasks() {
        return api.must(api.get(
                        "carl", AFTERCARE, "/tasks?kind=check-in-support-person&status=OPEN&patient=" + nora.id()))
                .body()
                .path("items")
                .size();
    }

    /** A silence of several check-ins has its ladder once, however far they lie apart; what follows is a message and calls. */
    void onceInSilenceSince(String when, LocalDate missed) {
        var counted = since(missed).stream()
                .flatMap(one -> one.path("steps").findValuesAsText("kind").stream())
                .filter(kind -> !EACH_WEEK.contains(kind) && !kind.equals("WELFARE_CHECK"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        claims.expect("each step of the ladder is taken once " + when, ONCE, counted);
        claims.expect(
                "and none of them is forgotten " + when,
                List.of(),
                since(missed).stream()
                        .flatMap(one -> one.path("steps").valueStream())
                        .filter(step -> step.path("status").asText().equals("PLANNED"))
                        .map(step -> step.path("kind").asText())
                        .filter(kind -> !kind.equals("UNREACHABLE"))
                        .toList());
    }

    /** Those of check-ins that were due on a day or later, newest first. */
    List<JsonNode> since(LocalDate day) {
        return silences().stream()
                .filter(one -> !LocalDate.parse(one.path("dueOn").asText()).isBefore(day))
                .toList();
    }

    /** How many go on. */
    long running() {
        return silences().stream()
                .filter(one -> one.path("status").asText().equals("RUNNING"))
                .count();
    }

    List<JsonNode> silences() {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan() + "/outreach"))
                .body()
                .path("silences")
                .valueStream()
                .toList();
    }
}
