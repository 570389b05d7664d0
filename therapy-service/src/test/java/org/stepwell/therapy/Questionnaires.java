package org.stepwell.therapy;

import static org.stepwell.therapy.Riverside.API;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** Questionnaires of the tests, as they are sent. */
public final class Questionnaires {

    private Questionnaires() {}

    /** Sends one, answered now. */
    public static ValidatableResponse sends(Person who, InCare about, String instrument, Map<String, Integer> answers) {
        return sends(who, about, instrument, answers, null);
    }

    /** Sends one, answered at a time. */
    public static ValidatableResponse sends(
            Person who, InCare about, String instrument, Map<String, Integer> answers, @Nullable Instant takenAt) {
        var form = new HashMap<String, Object>(
                Map.of("episode", about.episode().toString(), "instrument", instrument, "answers", listed(answers)));
        if (takenAt != null) {
            form.put("takenAt", takenAt.toString());
        }
        return who.asks()
                .body(form)
                .post(API + "/patients/" + about.patient() + "/measures")
                .then();
    }

    private static List<Map<String, Object>> listed(Map<String, Integer> answers) {
        return answers.entrySet().stream()
                .map(answer -> Map.<String, Object>of("item", answer.getKey(), "value", answer.getValue()))
                .toList();
    }

    /** Eight items of the PHQ-9 alike, and the ninth. */
    public static Map<String, Integer> phq9(int each, int ninth) {
        var answers = new TreeMap<String, Integer>();
        Stream.of("1", "2", "3", "4", "5", "6", "7", "8").forEach(item -> answers.put(item, each));
        answers.put("9", ninth);
        return answers;
    }

    /** A PHQ-9 with a total up to 24, and no thought of death or self-harm. */
    public static Map<String, Integer> phq9OfTotal(int total) {
        var answers = phq9(0, 0);
        int left = total;
        for (int item = 1; item <= 8; item++) {
            int value = Math.min(3, left);
            answers.put(String.valueOf(item), value);
            left -= value;
        }
        return answers;
    }

    /** A CIWA-Ar with tactile disturbances of this height, and nothing else. */
    public static Map<String, Integer> ciwa(int tactile) {
        var answers = new TreeMap<String, Integer>();
        Stream.of("1", "2", "3", "4", "5", "7", "8", "9", "10").forEach(item -> answers.put(item, 0));
        answers.put("6", tactile);
        return answers;
    }

    /** The rulers of readiness. */
    public static Map<String, Integer> rulers() {
        return Map.of("1", 6, "2", 4, "3", 5);
    }

    /** The whole C-SSRS with these items answered by yes; what their answers make needless is left out. */
    public static Map<String, Integer> screener(String... yes) {
        var said = List.of(yes);
        var answers = new TreeMap<String, Integer>();
        var asked = new ArrayList<>(List.of("1", "2", "6"));
        if (said.contains("2")) {
            asked.addAll(List.of("3", "4", "5"));
        }
        if (said.contains("6")) {
            asked.add("6b");
        }
        asked.forEach(item -> answers.put(item, said.contains(item) ? 1 : 0));
        return answers;
    }
}
