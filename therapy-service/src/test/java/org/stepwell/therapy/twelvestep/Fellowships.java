package org.stepwell.therapy.twelvestep;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** A patient who looks at fellowships, and a clinician who prepares them. */
abstract class Fellowships {

    StaffId dora;
    InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    ValidatableResponse page() {
        return clinician(dora)
                .asks()
                .get(API + "/patients/" + ada.patient() + "/twelve-step")
                .then()
                .statusCode(200);
    }

    ValidatableResponse chooses(Person who, String choice) {
        return who.asks().body(Map.of("choice", choice)).put(told() + "/choice").then();
    }

    ValidatableResponse works(Person who, String fellowship, int step, String state) {
        return who.asks()
                .body(Map.of("fellowship", fellowship, "step", step, "state", state))
                .put(told() + "/steps")
                .then();
    }

    ValidatableResponse went(Person who, String fellowship, LocalDate day) {
        return who.asks()
                .body(Map.of("date", day.toString(), "fellowship", fellowship, "format", "ONLINE", "homeGroup", false))
                .post(told() + "/meetings")
                .then();
    }

    ValidatableResponse facilitates(Person who, SessionId session, String version, String topic) {
        return who.asks()
                .header("If-Match", version)
                .body(Map.of("topic", topic))
                .put(API + "/episodes/" + ada.episode() + "/sessions/" + session + "/facilitation")
                .then();
    }

    Person patient() {
        return Person.at("patient").who(ada.patient());
    }

    String told() {
        return API + "/episodes/" + ada.episode() + "/twelve-step";
    }

    static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), ZoneId.of("America/New_York"));
    }
}
