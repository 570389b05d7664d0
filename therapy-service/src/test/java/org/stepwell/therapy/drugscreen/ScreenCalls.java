package org.stepwell.therapy.drugscreen;

import static org.stepwell.therapy.Riverside.clinician;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.medication.MedicationCalls;

/** A patient who is screened. */
abstract class ScreenCalls extends MedicationCalls {

    static final String OPIOIDS = "69739-1";

    ValidatableResponse orders(Person who, String body) {
        return who.asks().body(body).post(episode() + "/drug-screens").then();
    }

    /** Of these analytes, by a screen alone; its id. */
    String screened(String... analytes) {
        return screenedWith("NONE", analytes);
    }

    String screenedWith(String confirmation, String... analytes) {
        return clinician(dora)
                .asks()
                .body(Map.of("panel", OPIOIDS, "analytes", List.of(analytes), "confirmation", confirmation))
                .post(episode() + "/drug-screens")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String collected(String... analytes) {
        var id = screened(analytes);
        steps(clinician(dora), id, "collection", "{\"temperature\": 96}").statusCode(200);
        return id;
    }

    String screen(String id) {
        return episode() + "/drug-screens/" + id;
    }

    ValidatableResponse steps(Person who, String id, String step, String body) {
        return who.asks().body(body).post(screen(id) + "/" + step).then();
    }

    /** What was found; an analyte with a minus before it was not. */
    ValidatableResponse found(String id, String kind, String... analytes) {
        return found(clinician(dora), id, kind, Map.of(), analytes);
    }

    ValidatableResponse found(Person who, String id, String kind, Map<String, Object> more, String... analytes) {
        var readings = Arrays.stream(analytes)
                .map(one -> Map.of(
                        "analyte", one.replace("-", ""), "outcome", one.startsWith("-") ? "NOT_DETECTED" : "DETECTED"))
                .toList();
        var form = new HashMap<String, Object>(more);
        form.put("kind", kind);
        form.put("readings", readings);
        return who.asks().body(form).post(screen(id) + "/results").then();
    }

    ValidatableResponse corrects(String id, String kind, String analyte, String outcome) {
        return clinician(dora)
                .asks()
                .body(Map.of(
                        "kind", kind, "analyte", analyte, "outcome", outcome, "because", "The strip was read wrongly."))
                .post(screen(id) + "/corrections")
                .then();
    }

    ValidatableResponse reviews(String id, String version, Map<String, Object> form) {
        return clinician(dora)
                .asks()
                .header("If-Match", version)
                .body(form)
                .post(screen(id) + "/review")
                .then();
    }

    ValidatableResponse reads(Person who, String id) {
        return who.asks().get(screen(id)).then();
    }

    ValidatableResponse lists(Person who) {
        return who.asks().get(episode() + "/drug-screens").then();
    }

    /** Why the plan is asked for out of turn, as far as anybody was told. */
    List<String> plansAskedFor() {
        return Broker.said("stepwell.therapy", ada.patient()).stream()
                .filter(said -> said.startsWith("review-due.v1") && said.contains("CLINICAL_REVIEW"))
                .toList();
    }

    static <T> T inClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
