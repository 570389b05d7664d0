package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.List;
import java.util.Map;

/** What intake does with each person between the first call and the first day. */
final class Admissions {

    private final Stage stage;
    private final Api api;

    Admissions(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    Api.Answer screen(Cast.Patient patient, List<String> stops) {
        return api.must(api.post(
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
                        "stops", stops)));
    }

    void consent(Cast.Patient patient) {
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

    Api.Answer admit(Cast.Patient patient) {
        return api.post(
                "ivy",
                ENROLLMENT,
                "/episodes/" + patient.episode() + "/admission",
                Map.of(
                        "start", stage.firstDay().toString(),
                        "careTeam",
                                List.of(
                                        Map.of("staff", Cast.CARL, "role", "PRIMARY_CLINICIAN"),
                                        Map.of("staff", Cast.PIA, "role", "PRESCRIBER"))));
    }
}
