package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What intake does with each person between the first call and the first day. */
final class Admissions {

    private final Stage stage;
    private final Api api;
    private boolean passedOver;

    Admissions(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    void diagnose(Cast.Patient patient) {
        api.must(api.post(
                "carl",
                ENROLLMENT,
                "/patients/" + patient.id() + "/diagnoses",
                Map.of("code", "F10.20", "severity", "MODERATE")));
    }

    Api.Answer screen(Cast.Patient patient, List<String> stops) {
        return api.must(visit(patient, stops));
    }

    /** The same, where something may still be in the way. */
    Api.Answer visit(Cast.Patient patient, List<String> stops) {
        return api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + patient.id() + "/screenings",
                Map.of(
                        "edition", "3",
                        "withdrawal", 0,
                        "biomedical", 0,
                        "emotional", 1,
                        "readiness", 2,
                        "relapse", 2,
                        "environment", 1,
                        "ambulatoryWithdrawalManagement", false,
                        "stops", stops));
    }

    void consent(Cast.Patient patient) {
        Notice.isGiven(api, patient.id(), patient.fullName());
        api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + patient.id() + "/consents",
                Map.of(
                        "kind",
                        "TREATMENT",
                        "signature",
                        Map.of("signer", patient.fullName(), "relationship", "SELF", "method", "PAPER"))));
    }

    /** Where others wait who are not ready yet, it is said so. */
    Api.Answer admit(Cast.Patient patient) {
        var answer = admit(patient, Map.of());
        if (!answer.rule().equals("offered-in-turn")) {
            return answer;
        }
        passedOver = true;
        return admit(patient, Map.of("passedOver", "NOT_READY"));
    }

    /** Whether somebody was refused until it was said why others are passed over. */
    boolean passedOver() {
        return passedOver;
    }

    private Api.Answer admit(Cast.Patient patient, Map<String, Object> more) {
        var form = new HashMap<>(more);
        form.put("start", stage.firstDay().toString());
        form.put(
                "careTeam",
                List.of(
                        Map.of("staff", Cast.CARL, "role", "PRIMARY_CLINICIAN"),
                        Map.of("staff", Cast.PIA, "role", "PRESCRIBER")));
        return api.post("ivy", ENROLLMENT, "/episodes/" + patient.episode() + "/admission", form);
    }
}
