package org.stepwell.therapy.career;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** A patient who looks for work, and a clinician who helps. */
public abstract class Careers {

    protected StaffId dora;
    protected InCare ada;

    @Inject
    protected Sql sql;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
    }

    protected Person patient() {
        return Person.at("patient").who(ada.patient());
    }

    protected ValidatableResponse page() {
        return patient()
                .asks()
                .get(API + "/patients/" + ada.patient() + "/career")
                .then()
                .statusCode(200);
    }

    protected ValidatableResponse posts(Person who, String path, Map<String, ?> body) {
        return who.asks().body(body).post(career() + path).then();
    }

    protected ValidatableResponse puts(Person who, String path, Map<String, ?> body) {
        return who.asks().body(body).put(career() + path).then();
    }

    protected ValidatableResponse puts(Person who, String path, String version, Map<String, ?> body) {
        return who.asks()
                .header("If-Match", version)
                .body(body)
                .put(career() + path)
                .then();
    }

    protected Person clinicianDora() {
        return clinician(dora);
    }

    protected String career() {
        return API + "/episodes/" + ada.episode() + "/career";
    }

    protected static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), ZoneId.of("America/New_York"));
    }

    /** What the database holds of the episode in a column. */
    protected List<String> stored(String column, String table) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select %s from %s where episode_id = ?".formatted(column, table),
                                row -> row.getString(1),
                                ada.episode().value())));
    }
}
