package org.stepwell.therapy.measure;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.Riverside.InCare;

/** A patient who answers questionnaires, and a clinician who enters them. */
abstract class QuestionnaireOfAda {

    StaffId dora;
    InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    ValidatableResponse take(List<Map<String, Object>> answers) {
        return clinician(dora).asks().body(form(answers)).post(path()).then();
    }

    ValidatableResponse post(Map<String, Object> instead) {
        var body = new HashMap<>(form(answers(1, 1, 1, 1, 1, 1, 1, 1, 0)));
        body.putAll(instead);
        return clinician(dora).asks().body(body).post(path()).then();
    }

    ValidatableResponse list(String query) {
        return clinician(dora).asks().get(path() + query).then().statusCode(200);
    }

    Map<String, Object> form(List<Map<String, Object>> answers) {
        return Map.of("episode", ada.episode().toString(), "instrument", "PHQ-9", "answers", answers);
    }

    static List<Map<String, Object>> answers(int... values) {
        return java.util.stream.IntStream.range(0, values.length)
                .<Map<String, Object>>mapToObj(i -> Map.of("item", String.valueOf(i + 1), "value", values[i]))
                .toList();
    }

    String path() {
        return API + "/patients/" + ada.patient() + "/measures";
    }
}
