package org.stepwell.therapy.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** The hours of a job, and their way to scheduling. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ShiftResourceTest extends Jobs {

    @Test
    void theHoursOfAJobAreShownAsSchedulingTakesThemUntilTheyAreHandedOver() {
        var job = aJob(patient());
        var night = shift("FRIDAY", "22:00", "06:00", null);

        var told = works(patient(), job, List.of(night)).statusCode(200);

        told.body("shifts.weekday", contains("FRIDAY"))
                .body("handover.handedOver", equalTo(false))
                .body("handover.path", equalTo("/api/scheduling/v1/patients/%s/availability".formatted(ada.patient())))
                .body("handover.busy.kind", contains("WORK", "WORK"))
                .body("handover.busy.day", contains("FRIDAY", "SATURDAY"))
                .body("handover.busy.from", contains("22:00:00", "00:00:00"))
                .body("handover.busy.to", contains("23:59:00", "06:00:00"))
                .body(
                        "handover.busy.firstDay",
                        contains(today().toString(), today().plusDays(1).toString()))
                .body("handover.busy.lastDay", contains(nullValue(), nullValue()));
        assertThat(tasks()).containsExactly("OPEN");

        handsOver(patient(), job, told.extract().header("ETag"), Map.of()).statusCode(200);

        page().body("applications[0].handover.handedOver", equalTo(true))
                .body("applications[0].handover.handedOverOn", equalTo(today().toString()))
                .body("applications[0].handover.writtenBy", nullValue());
        assertThat(tasks()).isEmpty();
    }

    @Test
    void otherHoursAndAJobThatIsOverAreHandedOverAnew() {
        var job = aJob(patient());
        var first = works(patient(), job, List.of(shift("FRIDAY", "09:00", "17:00", null)));
        handsOver(clinicianDora(), job, first.extract().header("ETag"), Map.of("date", today().toString()))
                .statusCode(200)
                .body("handover.writtenBy", equalTo(dora.toString()));

        works(patient(), job, List.of(shift("MONDAY", "09:00", "17:00", null)))
                .body("handover.handedOver", equalTo(false));
        assertThat(tasks()).containsExactly("OPEN");
        handsOver(patient(), job, first.extract().header("ETag"), Map.of()).statusCode(412);
        handsOver(patient(), job, "*", Map.of()).statusCode(200);
        assertThat(tasks()).isEmpty();

        goes(patient(), job, "DECLINED")
                .statusCode(200)
                .body("shifts", empty())
                .body("handover.handedOver", equalTo(false))
                .body("handover.busy", empty());
        assertThat(tasks()).containsExactly("OPEN");
        handsOver(patient(), job, "*", Map.of()).statusCode(200).body("handover", nullValue());
    }

    @Test
    void hoursThatCanNotBeAreRefused() {
        var application = applies(patient());
        works(patient(), application, List.of(shift("FRIDAY", "09:00", "17:00", null)))
                .statusCode(409)
                .body("type", endsWith("/shifts-of-a-job"));
        var job = aJob(patient());
        works(patient(), job, List.of(shift("FRIDAY", "09:00", "09:00", null)))
                .statusCode(400)
                .body("type", endsWith("/shifts-can-be"))
                .body("errors.pointer", contains("/shifts/0/endsAt"));
        works(patient(), job, List.of(shift("FRIDAY", "09:00", "10:00", today().minusDays(1))))
                .statusCode(400)
                .body("errors.pointer", contains("/shifts/0/lastDay"));
        works(patient(), job, List.of(shift("FREITAG", "09:00", "10:00", null)))
                .statusCode(400)
                .body("errors.pointer", contains("/shifts/0/weekday"));
        var fifteen = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 15; i++) {
            fifteen.add(shift("FRIDAY", "09:%02d".formatted(i), "10:00", null));
        }
        works(patient(), job, fifteen).statusCode(400).body("errors.pointer", contains("/shifts"));
        patient()
                .asks()
                .body(Map.of("shifts", List.of()))
                .put(career() + "/applications/" + job + "/shifts")
                .then()
                .statusCode(428);
        handsOver(patient(), job, "*", Map.of())
                .statusCode(409)
                .body("type", endsWith("/shifts-are-there-to-hand-over"));
        assertThat(tasks()).isEmpty();

        works(patient(), job, List.of(shift("FRIDAY", "09:00", "10:00", null))).statusCode(200);
        handsOver(patient(), job, "*", Map.of("date", today().plusDays(1).toString()))
                .statusCode(400)
                .body("type", endsWith("/handed-over-on-a-day-that-came"))
                .body("errors.pointer", contains("/date"));
    }

    @Test
    void whatIsToBeHandedOverIsNoWorkAnyMoreOnceThePatientIsDischargedUnlessTheyAreStillHere() {
        var job = aJob(patient());
        works(patient(), job, List.of(shift("FRIDAY", "09:00", "17:00", null))).statusCode(200);
        assertThat(tasks()).containsExactly("OPEN");

        discharged(ada, today().minusDays(1));

        await("the discharge").untilAsserted(() -> assertThat(tasks()).isEmpty());
        Broker.say(new DischargeCorrected(
                ada.patient(),
                ada.episode(),
                today().plusDays(5),
                DischargeReason.COMPLETED_GOALS_MET,
                null,
                Instant.now()));
        await("they are still here").untilAsserted(() -> assertThat(tasks()).containsExactly("OPEN"));
    }

    private ValidatableResponse handsOver(Person who, String application, String version, Map<String, ?> form) {
        return who.asks()
                .header("If-Match", version)
                .body(form)
                .post(career() + "/applications/" + application + "/shifts/handover")
                .then();
    }

    private static Map<String, Object> shift(String weekday, String from, String to, @Nullable LocalDate lastDay) {
        var shift = new HashMap<String, Object>(
                Map.of("weekday", weekday, "startsAt", from, "endsAt", to, "firstDay", today().toString()));
        if (lastDay != null) {
            shift.put("lastDay", lastDay.toString());
        }
        return shift;
    }

    private List<String> tasks() {
        return supervisor()
                .asks()
                .get(API + "/tasks?kind=work-hours-to-hand-over&patient=" + ada.patient())
                .then()
                .statusCode(200)
                .extract()
                .path("items.status");
    }
}
