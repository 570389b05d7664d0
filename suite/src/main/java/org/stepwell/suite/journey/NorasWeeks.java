package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nora's check-ins, and where her aftercare stands. */
final class NorasWeeks {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Stage stage;
    private final Api api;
    private final Cast.Patient nora;

    NorasWeeks(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.nora = stage.cast().nora();
    }

    /** On the day on which it is due, before its hour: nobody looks for her. Its level. */
    String checkIn(boolean opioids) {
        stage.passUntil(nextDueOn(), MORNING);
        return checkInNow(opioids);
    }

    String checkInNow(boolean opioids) {
        return api.must(api.post(nora.account(), AFTERCARE, plan() + "/check-ins", week(opioids)))
                .body()
                .path("level")
                .asText();
    }

    static Map<String, Object> week(boolean opioids) {
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

    /** All that were asked for, oldest first. */
    JsonNode checkIns() {
        return api.must(api.get("carl", AFTERCARE, plan() + "/check-ins?limit=200"))
                .body()
                .path("items");
    }

    JsonNode scheduled() {
        return checkIns()
                .valueStream()
                .filter(one -> one.path("status").asText().equals("SCHEDULED"))
                .findFirst()
                .orElseThrow();
    }

    LocalDate nextDueOn() {
        return dueOn(scheduled());
    }

    static LocalDate dueOn(JsonNode checkIn) {
        return LocalDate.parse(checkIn.path("dueOn").asText());
    }

    /** The offers of treatment, oldest first. */
    JsonNode offers() {
        return api.must(api.get("carl", AFTERCARE, plan() + "/linkages")).body().path("items");
    }

    /** Where they stand. */
    String offersStand() {
        return String.join(" ", offers().findValuesAsText("status"));
    }

    void settles(int offer, String outcome) {
        api.must(api.post(
                "carl",
                AFTERCARE,
                "/linkages/" + offers().get(offer).path("id").asText() + "/outcome",
                Map.of("outcome", outcome)));
    }

    String planStatus() {
        return api.must(api.get("carl", AFTERCARE, plan()))
                .body()
                .path("status")
                .asText();
    }

    private String plan() {
        return "/plans/" + nora.plan();
    }
}
