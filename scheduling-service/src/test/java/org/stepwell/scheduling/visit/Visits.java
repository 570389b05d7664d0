package org.stepwell.scheduling.visit;

import static org.awaitility.Awaitility.await;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.now;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyState.VisitsNeeded;
import org.stepwell.platform.testing.Broker;
import org.stepwell.scheduling.Riverside.Admitted;

/** Visits, as words for tests. */
public final class Visits {

    private Visits() {}

    /** An hour of therapy each week, for twelve weeks. */
    public static VisitNeed anHourAWeek(@Nullable StaffId clinician, LocalDate from) {
        return new VisitNeed(
                Modality.INDIVIDUAL_THERAPY,
                60,
                1,
                1,
                clinician,
                from,
                from.plusWeeks(12).minusDays(1));
    }

    /** A plan holds; returns once scheduling knows what it asks for. */
    public static void planned(Admitted who, int version, LocalDate week, VisitNeed... needs) {
        Broker.say(new VisitsNeeded(who.patient(), who.episode(), version, List.of(needs), now()));
        await("what plan %d asks for".formatted(version))
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        visits(who, week).extract().jsonPath().getList("needed").size() == needs.length);
    }

    /** The visits of a patient in a week. */
    static ValidatableResponse visits(Admitted who, LocalDate monday) {
        return INTAKE.asks()
                .get(API + "patients/" + who.patient() + "/visits?from=" + monday + "&to=" + monday.plusDays(6))
                .then()
                .statusCode(200);
    }

    /** An hour of therapy from an hour on. */
    static Map<String, Object> form(StaffId clinician, LocalDate day, String from, String to) {
        return new HashMap<>(Map.of(
                "modality", "INDIVIDUAL_THERAPY",
                "clinician", clinician,
                "day", day.toString(),
                "from", from,
                "to", to));
    }

    /** Intake books it. */
    static Response book(Admitted who, Map<String, Object> form) {
        return INTAKE.asks().body(form).post(API + "patients/" + who.patient() + "/visits");
    }

    /** The same, and the session that it is. */
    public static String booked(Admitted who, StaffId clinician, LocalDate day, String from, String to) {
        return book(who, form(clinician, day, from, to))
                .then()
                .statusCode(201)
                .extract()
                .path("visits[0].id");
    }
}
