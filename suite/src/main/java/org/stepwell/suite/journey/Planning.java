package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.THERAPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carl writes a treatment plan with each of them in the first week, and Amina's again when it is due. */
final class Planning {

    private static final int MONTHS = 3;

    private final Stage stage;
    private final Api api;

    Planning(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    void first() {
        stage.cast().twelve().forEach(this::signs);
        long planned = stage.cast().twelve().stream()
                .filter(patient -> statuses(patient).equals(List.of("SIGNED")))
                .count();
        stage.claims()
                .expect(
                        "each who was admitted has a plan that they were asked to sign",
                        (long) stage.cast().twelve().size(),
                        planned);
        stage.claims()
                .expect(
                        "and who has read it in her own account signs it there",
                        List.of("SIGNED"),
                        read(stage.cast().amina()).findValuesAsText("patientAnswer"));
    }

    void again() {
        var amina = stage.cast().amina();
        var due = api.must(api.get("carl", THERAPY, "/tasks?kind=plan-review-due&patient=" + amina.id()))
                .body()
                .findValuesAsText("staff");
        stage.claims().expect("whoever treats her first is told that her plan is due", List.of(Cast.CARL), due);
        signs(amina);
        stage.claims().expect("and the next one supersedes it", List.of("SIGNED", "SUPERSEDED"), statuses(amina));
    }

    private List<String> statuses(Cast.Patient patient) {
        var statuses = new ArrayList<String>();
        read(patient).forEach(plan -> statuses.add(plan.path("status").asText()));
        return statuses;
    }

    private JsonNode read(Cast.Patient patient) {
        return api.must(api.get("pia", THERAPY, plans(patient))).body();
    }

    private void signs(Cast.Patient patient) {
        var draft = plans(patient) + "/draft";
        var written = api.must(api.put("carl", THERAPY, draft, content(patient), null));
        var signed = api.must(api.postSeen("carl", THERAPY, draft + "/signature", written.etag()));
        boolean herself = patient == stage.cast().amina();
        api.must(api.postSeen(
                herself ? patient.account() : "carl",
                THERAPY,
                draft + "/patient-signature",
                signed.etag(),
                herself
                        ? Map.of("answer", "SIGNED")
                        : Map.of(
                                "answer",
                                "SIGNED_ON_PAPER",
                                "reason",
                                "Signed after the group, as " + patient.fullName())));
    }

    private static String plans(Cast.Patient patient) {
        return "/episodes/" + patient.episode() + "/plans";
    }

    /** What a plan in force works on, which the next one says more of. */
    private Optional<String> inForce(Cast.Patient patient) {
        for (var plan : read(patient)) {
            if (plan.path("status").asText().equals("SIGNED")) {
                return Optional.of(
                        plan.at("/content/problems/0/goals/0/objectives/0/id").asText());
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> content(Cast.Patient patient) {
        var objective = new HashMap<String, Object>(Map.of(
                "measure", "dry evenings a week, by the diary",
                "baseline", "two",
                "target", "seven",
                "targetDate", stage.day().plusMonths(MONTHS).toString(),
                "status", "NEW"));
        inForce(patient)
                .ifPresent(id -> objective.putAll(Map.of(
                        "id", id, "status", "IN_PROGRESS", "review", "Five of seven by now; asks for more time.")));
        var group = Map.<String, Object>of(
                "modality", "GROUP_THERAPY", "minutes", 180, "timesAWeek", 3, "weeks", 12, "responsible", Cast.CARL);
        var alone = Map.<String, Object>of(
                "modality",
                "INDIVIDUAL_THERAPY",
                "minutes",
                60,
                "timesAWeek",
                1,
                "weeks",
                12,
                "responsible",
                Cast.CARL);
        return Map.of(
                "problems",
                List.of(Map.of(
                        "problem",
                        "Drinks when alone in the evening, says " + patient.fullName(),
                        "goals",
                        List.of(Map.of(
                                "inThePatientsWords",
                                "I want to be there for dinner.",
                                "serves",
                                List.of("MAINTAINING_ABSTINENCE", "STRUCTURE_AND_SELF_DISCIPLINE"),
                                "objectives",
                                List.of(objective),
                                "interventions",
                                patient == stage.cast().esther() ? List.of(group, alone) : List.of(group))))));
    }
}
