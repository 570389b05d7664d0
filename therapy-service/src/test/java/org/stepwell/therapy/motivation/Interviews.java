package org.stepwell.therapy.motivation;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** A patient, and a clinician who speaks with them about change. */
abstract class Interviews {

    static final Map<String, Object> COUNTS = Map.of(
            "desire",
            2,
            "ability",
            1,
            "reasons",
            2,
            "need",
            0,
            "commitment",
            1,
            "activation",
            0,
            "takingSteps",
            1,
            "sustain",
            3);

    static final Map<String, Object> BALANCE = Map.of(
            "goodAboutUse", List.of("It is quiet then."),
            "lessGoodAboutUse", List.of("I miss dinner.", "It costs my pay."),
            "goodAboutChange", List.of("My kids could count on me."),
            "lessGoodAboutChange", List.of());

    StaffId dora;
    InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    ValidatableResponse page(String query) {
        return clinician(dora)
                .asks()
                .get(API + "/patients/" + ada.patient() + "/motivation" + query)
                .then();
    }

    ValidatableResponse sees(Person who, Map<String, Object> stage) {
        return who.asks().body(stage).post(ofEpisode() + "/stages-of-change").then();
    }

    ValidatableResponse counts(Person who, SessionId session, String version, Map<String, Object> counts) {
        return who.asks()
                .header("If-Match", version)
                .body(counts)
                .put(ofEpisode() + "/sessions/" + session + "/change-talk")
                .then();
    }

    ValidatableResponse writes(Person who, String version, Map<String, Object> balance) {
        return who.asks()
                .header("If-Match", version)
                .body(balance)
                .put(ofEpisode() + "/decisional-balance")
                .then();
    }

    Person patient() {
        return Person.at("patient").who(ada.patient());
    }

    String ofEpisode() {
        return API + "/episodes/" + ada.episode();
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
