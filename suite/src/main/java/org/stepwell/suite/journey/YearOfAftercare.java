package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;
import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A year with Nora: quiet weeks, a lapse, a silence that is climbed step by step, a recheck that brings her back into treatment, a second
 * discharge, and check-ins at a slower pace until the year is over.
 */
final class YearOfAftercare {

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final int WEEKS_TOLD = 3;
    private static final int DAYS_OF_SILENCE = 16;
    private static final int DAYS_BACK = 20;
    private static final int YEAR = 365;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient nora;
    private final LocalDate lastDay;

    YearOfAftercare(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.nora = stage.cast().nora();
        this.lastDay = stage.firstDay().plusDays(90);
    }

    void play() {
        stage.telling().chapter("A year of aftercare");
        typedAndSent();
        lapse();
        silence();
        comesBack();
        leavesAgain();
        untilTheYearIsOver();
    }

    /** She types on two evenings, and sends on the third. */
    private void typedAndSent() {
        var next = scheduled();
        stage.passUntil(dueOn(next), EVENING);
        var draft = "/check-ins/" + next.path("id").asText() + "/draft";
        var first = api.must(api.put(nora.account(), AFTERCARE, draft, Map.of("says", Map.of("cravings", 1)), "\"0\""));
        var second = api.must(api.put(nora.account(), AFTERCARE, draft, Map.of("says", week(false)), first.etag()));
        claims.expect(
                "what two devices type, the second one reads first",
                412,
                api.put(nora.account(), AFTERCARE, draft, Map.of("says", Map.of("cravings", 4)), first.etag())
                        .status());
        var sent = api.must(api.postSeen(nora.account(), AFTERCARE, draft + "/sending", second.etag()))
                .body();
        claims.expect("a quiet week", "GREEN", sent.path("level").asText());
        claims.expect(
                "with the scores of what pulls her back and what holds her",
                true,
                sent.path("riskScore").isInt() && sent.path("protectiveScore").isInt());
    }

    private void lapse() {
        for (int week = 1; week < WEEKS_TOLD; week++) {
            checkIn(false);
        }
        claims.expect("opioids are a reason to reach out the same day", "RED", checkIn(true));
        claims.expect("the risk of the next week is known", false, risk().equals("ABSTAINS"));
        var red = api.must(api.get("carl", AFTERCARE, "/tasks?kind=check-in-red&patient=" + nora.id()))
                .body()
                .path("items");
        claims.expect("and somebody's work, once", 1, red.size());
        api.must(api.post("carl", AFTERCARE, "/tasks/" + red.at("/0/id").asText() + "/acknowledgement", Map.of()));
    }

    private void silence() {
        var missed = scheduled();
        stage.passUntil(dueOn(missed).plusDays(DAYS_OF_SILENCE), MORNING);
        var looked = api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan() + "/outreach"))
                .body()
                .path("silences");
        var first = looked.valueStream()
                .filter(one ->
                        one.path("checkIn").asText().equals(missed.path("id").asText()))
                .findFirst()
                .orElseThrow();
        var steps = first.path("steps").findValuesAsText("kind");
        claims.expect("each step is taken once", steps.size(), new HashSet<>(steps).size());
        claims.expect(
                "sooner, because the week before was red",
                true,
                first.path("compressed").asBoolean());
        claims.expect(
                "none of them is forgotten",
                List.of(),
                first.path("steps")
                        .valueStream()
                        .filter(step -> step.path("status").asText().equals("PLANNED"))
                        .map(step -> step.path("kind").asText())
                        .filter(kind -> !kind.equals("UNREACHABLE"))
                        .toList());
        claims.expect("treatment is offered again", 1, offers().size());
        stage.telling().say("Nora is silent for two weeks, and is looked for.");
    }

    private JsonNode offers() {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan() + "/linkages"))
                .body()
                .path("items");
    }

    /** She is reached, and wants treatment: a referral of the clinic's own, and a second admission. */
    private void comesBack() {
        api.must(api.post(
                "carl",
                AFTERCARE,
                "/plans/" + nora.plan() + "/outreach/attempts",
                Map.of("way", "CALL", "outcome", "REACHED")));
        claims.expect("whoever is reached is not looked for any more", 0L, runningSilences());
        api.must(api.post(
                "carl",
                AFTERCARE,
                "/linkages/" + offers().at("/0/id").asText() + "/outcome",
                Map.of("outcome", "ACCEPTED")));
        stage.time().settle();
        var again = api.must(api.get("ivy", ENROLLMENT, "/referrals?limit=200"))
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("reason").asText().equals("READMISSION"))
                .count();
        claims.expect("enrollment has a referral of our own", 1L, again);
        admitted();
        claims.expect("aftercare waits while she is in treatment", "PAUSED", planStatus());
    }

    private void admitted() {
        nora.waitsAs(api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + nora.id() + "/episodes",
                        Map.of("program", stage.program(), "track", "evening")))
                .id());
        new Admissions(stage).screen(nora, List.of());
        api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/episodes/" + nora.episode() + "/admission",
                Map.of(
                        "start",
                        stage.day().toString(),
                        "careTeam",
                        List.of(Map.of("staff", Cast.CARL, "role", "PRIMARY_CLINICIAN")))));
        stage.time().settle();
    }

    private void leavesAgain() {
        var before = checkIns().size();
        stage.passUntil(stage.day().plusDays(DAYS_BACK), MORNING);
        claims.expect(
                "nobody asks her from outside meanwhile", before, checkIns().size());
        api.must(api.post(
                "carl",
                ENROLLMENT,
                "/episodes/" + nora.episode() + "/discharge",
                Map.of(
                        "lastDay", stage.day().toString(),
                        "reason", "AGAINST_ADVICE",
                        "waiver", "AGAINST_ADVICE")));
        stage.time().settle();
        claims.expect("the same plan goes on after a second discharge", "ACTIVE", planStatus());
    }

    private void untilTheYearIsOver() {
        int asked = 0;
        var year = lastDay.plusDays(YEAR);
        for (var next = scheduled(); dueOn(next).isBefore(year); next = scheduled()) {
            checkIn(false);
            asked++;
        }
        claims.expect("weekly at first, and then at a slower pace", true, asked > 12 && asked < 40);
        stage.passUntil(year, MORNING);
        var dueDays =
                checkIns().valueStream().map(one -> one.path("dueOn").asText()).toList();
        claims.expect("each check-in is asked for once", dueDays.size(), new HashSet<>(dueDays).size());
        claims.expect(
                "what became of those who left is counted, with whom nobody could ask",
                200,
                api.get("sam", AFTERCARE, "/outcomes?from=" + lastDay.minusDays(YEAR) + "&to=" + stage.day())
                        .status());
        stage.telling().say("A year after: %d more check-ins, and the plan is %s.", asked, planStatus());
    }

    /** On the day on which it is due; its level. */
    private String checkIn(boolean opioids) {
        stage.passUntil(dueOn(scheduled()), EVENING);
        return api.must(api.post(nora.account(), AFTERCARE, "/plans/" + nora.plan() + "/check-ins", week(opioids)))
                .body()
                .path("level")
                .asText();
    }

    private static Map<String, Object> week(boolean opioids) {
        var says = new HashMap<String, Object>(Map.of(
                "used", opioids,
                "cravings", 1,
                "lowDays", 0,
                "angryDays", 0,
                "anxiousDays", 1,
                "sleep", 1,
                "riskyDays", 0,
                "confidence", 4,
                "meetings", 3,
                "suicideThoughts", false));
        says.putAll(Map.of(
                "sponsorContact",
                true,
                "medicationTaken",
                true,
                "therapyKept",
                true,
                "workDays",
                5,
                "conflict",
                0,
                "supportiveDays",
                5,
                "health",
                1,
                "spirituality",
                3,
                "income",
                true,
                "note",
                "Dinner with my sister; she is a " + Cast.CANARY + " too"));
        if (opioids) {
            says.put("usedDays", 1);
            says.put("substances", List.of("OPIOIDS"));
        }
        return says;
    }

    private JsonNode checkIns() {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan() + "/check-ins?limit=200"))
                .body()
                .path("items");
    }

    private JsonNode scheduled() {
        return checkIns()
                .valueStream()
                .filter(one -> one.path("status").asText().equals("SCHEDULED"))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate dueOn(JsonNode checkIn) {
        return LocalDate.parse(checkIn.path("dueOn").asText());
    }

    private long runningSilences() {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan() + "/outreach"))
                .body()
                .path("silences")
                .valueStream()
                .filter(one -> one.path("status").asText().equals("RUNNING"))
                .count();
    }

    private String risk() {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan() + "/risk"))
                .body()
                .path("level")
                .asText();
    }

    private String planStatus() {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan()))
                .body()
                .path("status")
                .asText();
    }
}
