package org.stepwell.therapy.medication;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** A patient, their counselor and their prescriber. */
public abstract class MedicationCalls {

    protected static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    protected StaffId dora;
    protected StaffId phil;
    protected InCare ada;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        phil = aClinician();
        ada = aPatientOf(dora, phil);
    }

    protected static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), NEW_YORK);
    }

    protected Person prescriber() {
        return Person.at("prescriber").who(phil);
    }

    protected Person patient() {
        return Person.at("patient").who(ada.patient());
    }

    protected String episode() {
        return API + "/episodes/" + ada.episode();
    }

    protected String ofPatient() {
        return API + "/patients/" + ada.patient();
    }

    protected ValidatableResponse orders(Map<String, Object> form) {
        return orders(prescriber(), form);
    }

    protected ValidatableResponse orders(Person who, Map<String, Object> form) {
        return who.asks().body(form).post(episode() + "/medication-orders").then();
    }

    protected String ordered(Map<String, Object> form) {
        return orders(form).statusCode(201).extract().path("order.id");
    }

    protected String order(String id) {
        return episode() + "/medication-orders/" + id;
    }

    /** A step of an order, with whatever version it has. */
    protected ValidatableResponse steps(String id, String step) {
        return prescriber()
                .asks()
                .header("If-Match", "*")
                .post(order(id) + "/" + step)
                .then();
    }

    protected ValidatableResponse stops(String id, String reason) {
        return prescriber()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("reason", reason))
                .post(order(id) + "/stop")
                .then();
    }

    protected ValidatableResponse doses(String id, Map<String, Object> form) {
        return clinician(dora).asks().body(form).post(order(id) + "/doses").then();
    }

    protected ValidatableResponse injects(String id) {
        return doses(id, Map.of("outcome", "GIVEN", "site", "GLUTEAL_LEFT", "lot", "K4471-2"));
    }

    protected ValidatableResponse looksIntoThePdmp() {
        return clinician(dora)
                .asks()
                .body("{}")
                .post(episode() + "/pdmp-checks")
                .then();
    }

    protected ValidatableResponse takesElsewhere(String substance, String givenBy, LocalDate since) {
        return clinician(dora)
                .asks()
                .body(Map.of("substance", substance, "name", "as told", "givenBy", givenBy, "since", since.toString()))
                .post(ofPatient() + "/external-medications")
                .then();
    }

    /** What was recorded from elsewhere was a mistake. */
    protected ValidatableResponse strikes(ValidatableResponse recorded) {
        return clinician(dora)
                .asks()
                .header("If-Match", "*")
                .post(ofPatient() + "/external-medications/"
                        + recorded.extract().path("id") + "/error")
                .then();
    }

    /** Something was found in a specimen of today; the path of the screen. */
    protected String foundInUrine(String analyte) {
        var screens = episode() + "/drug-screens";
        var screen = screens + "/"
                + records(screens, Map.of("panel", "69739-1", "analytes", List.of(analyte)))
                        .statusCode(201)
                        .extract()
                        .path("id");
        records(screen + "/collection", Map.of()).statusCode(200);
        reads(screen, "PRESUMPTIVE", analyte, "DETECTED").statusCode(200);
        return screen;
    }

    /** What a laboratory says of a screen. */
    protected ValidatableResponse reads(String screen, String kind, String analyte, String outcome) {
        return records(
                screen + "/results",
                Map.of("kind", kind, "readings", List.of(Map.of("analyte", analyte, "outcome", outcome))));
    }

    private ValidatableResponse records(String path, Map<String, Object> body) {
        return clinician(dora).asks().body(body).post(path).then();
    }

    protected ValidatableResponse page() {
        return clinician(dora).asks().get(ofPatient() + "/medication").then();
    }

    /** The newest task of a kind about the patient, in a status. */
    protected JsonPath tasks(String kind, String status) {
        return supervisor()
                .asks()
                .get(API + "/tasks?limit=200&kind=" + kind + "&status=" + status + "&patient=" + ada.patient())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected int openTasks(String kind) {
        return tasks(kind, "OPEN").getList("items").size();
    }

    /** What two who ask for the same are answered. */
    protected static List<Integer> atOnce(Callable<Integer> call) {
        try (var both = Executors.newFixedThreadPool(2)) {
            return both.invokeAll(List.of(call, call)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is held against it. */
    protected static Map<String, Object> acamprosate() {
        return form("ACAMPROSATE_TABLET_333", "ALCOHOL_USE_DISORDER", Map.of("creatinineClearance", 95));
    }

    /** An injection every four weeks, against which nothing is held. */
    protected static Map<String, Object> naltrexone() {
        return form(
                "NALTREXONE_INJECTION_380",
                "ALCOHOL_USE_DISORDER",
                Map.of(
                        "lastOpioid",
                        "NONE",
                        "liverTestedOn",
                        today().minusDays(10).toString()));
    }

    /** Begun in withdrawal. */
    protected static Map<String, Object> film() {
        return form(
                "BUPRENORPHINE_NALOXONE_FILM_8",
                "OPIOID_USE_DISORDER",
                Map.of(
                        "lastOpioid",
                        "SHORT_ACTING",
                        "lastOpioidOn",
                        today().minusDays(1).toString(),
                        "cowsTotal",
                        13));
    }

    protected static Map<String, Object> form(String product, String indication, Map<String, Object> inputs) {
        return Map.of("product", product, "indication", indication, "unitsPerDose", 1, "inputs", inputs);
    }

    protected static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    protected static Map<String, Object> overriding(Map<String, Object> form, String... checks) {
        return with(
                form,
                "overrides",
                List.of(checks).stream()
                        .map(check -> Map.of("check", check, "because", "Seen today; it was talked over with her."))
                        .toList());
    }
}
