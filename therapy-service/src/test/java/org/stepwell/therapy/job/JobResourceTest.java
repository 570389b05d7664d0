package org.stepwell.therapy.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.career.Careers;

/** Applications, from the first draft to the hours of a job. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class JobResourceTest extends Careers {

    private static final Map<String, String> BAKERY = Map.of("name", "Corner bakery", "position", "Assistant");

    @Test
    void aPatientAppliesOnThePhoneAndGoesThroughWithIt() {
        var application = applies(patient());
        goes(patient(), application, "SENT")
                .statusCode(200)
                .body("next", contains("INTERVIEW", "OFFER", "DECLINED", "REJECTED"));
        var interview = invited(application, today(), "00:00").path("interviews[0].id");
        puts(
                        clinicianDora(),
                        "/applications/%s/interviews/%s/outcome".formatted(application, interview),
                        Map.of("outcome", "HELD"))
                .statusCode(200);
        goes(clinicianDora(), application, "OFFER").statusCode(200);
        goes(patient(), application, "ACCEPTED").statusCode(200).body("handover", nullValue());

        page().body("applications[0].employer", equalTo(BAKERY))
                .body("applications[0].state", equalTo("ACCEPTED"))
                .body("applications[0].states.state", contains("DRAFT", "SENT", "INTERVIEW", "OFFER", "ACCEPTED"))
                .body("applications[0].states.writtenBy", contains(null, null, null, dora.toString(), null))
                .body("applications[0].interviews.outcome", contains("HELD"))
                .body("applications[0].interviews.writtenBy", contains(dora.toString()));
        assertThat(stored("employer", "job_application"))
                .singleElement()
                .asString()
                .doesNotContain("bakery");
    }

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
    void anApplicationGoesFromOneStateToTheNext() {
        var application = applies(patient());
        goes(patient(), application, "OFFER").statusCode(409).body("type", endsWith("/application-goes-on"));
        posts(
                        patient(),
                        "/applications/%s/states".formatted(application),
                        Map.of("state", "SENT", "date", today().minusDays(1).toString()))
                .statusCode(400)
                .body("type", endsWith("/application-state-of-a-day-that-came"))
                .body("errors.pointer", contains("/date"));
        posts(
                        patient(),
                        "/applications",
                        Map.of("employer", BAKERY, "sentOn", today().plusDays(1).toString()))
                .statusCode(400)
                .body("errors.pointer", contains("/sentOn"));
        posts(
                        patient(),
                        "/applications",
                        Map.of(
                                "employer",
                                BAKERY,
                                "sentOn",
                                today().minusYears(1).toString()))
                .statusCode(201)
                .body("state", equalTo("SENT"));
        goes(patient(), anId().toString(), "SENT").statusCode(404);
        goes(patient(), "bakery", "SENT").statusCode(404);
        page().body("applications.state", contains("DRAFT", "SENT"));
    }

    @Test
    void whereThePatientAppliesIsSaidInOtherWordsByWhoeverReadIt() {
        var application = applies(patient());
        var path = "/applications/" + application + "/employer";
        var other = Map.of("name", "The other bakery");
        puts(clinicianDora(), path, other).statusCode(428);
        puts(clinicianDora(), path, "\"3\"", other).statusCode(412);
        puts(clinicianDora(), path, "\"0\"", other).statusCode(200).header("ETag", "\"1\"");
        puts(clinicianDora(), path, "*", Map.of("name", " ")).statusCode(400).body("errors.pointer", contains("/name"));

        page().body("applications.employer.name", contains("The other bakery"));
    }

    @Test
    void interviewsThatCanNotBeAreRefused() {
        var application = applies(patient());
        var path = "/applications/" + application + "/interviews";
        var tomorrow = Map.of("date", today().plusDays(1).toString(), "time", "10:30");
        posts(patient(), path, tomorrow).statusCode(409).body("type", endsWith("/interview-follows-application"));
        goes(patient(), application, "SENT").statusCode(200);
        posts(patient(), path, Map.of("date", today().plusYears(2).toString(), "time", "10:30"))
                .statusCode(400)
                .body("type", endsWith("/interview-within-a-year"))
                .body("errors.pointer", contains("/date"));
        posts(patient(), path, Map.of("date", today().toString(), "time", "25:00"))
                .statusCode(400)
                .body("errors.pointer", contains("/time"));

        String interview = posts(patient(), path, tomorrow)
                .statusCode(201)
                .body("state", equalTo("INTERVIEW"))
                .extract()
                .path("interviews[0].id");
        puts(patient(), path + "/" + interview + "/outcome", Map.of("outcome", "HELD"))
                .statusCode(409)
                .body("type", endsWith("/interview-is-over"));
        puts(patient(), path + "/" + anId() + "/outcome", Map.of("outcome", "CANCELLED"))
                .statusCode(404);
        puts(patient(), path + "/" + interview + "/outcome", Map.of("outcome", "CANCELLED"))
                .statusCode(200)
                .body("interviews.outcome", contains("CANCELLED"));
    }

    @Test
    void ofTwoWhoSayAtOnceHowFarItHasComeOneIsHeard() throws Exception {
        var application = applies(patient());
        goes(patient(), application, "SENT").statusCode(200);

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var calls = List.<Callable<Integer>>of(
                    () -> goes(patient(), application, "REJECTED").extract().statusCode(),
                    () -> goes(clinicianDora(), application, "DECLINED")
                            .extract()
                            .statusCode());
            for (var call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
        }

        // Who comes at the same moment is told to read it again, who comes after that it has ended.
        assertThat(statuses).containsOnlyOnce(200).containsAnyOf(409, 412).hasSize(2);
        page().body("applications[0].states", hasSize(3));
    }

    @Test
    void intakeReadsNoneOfItAndSoWritesNoneOfItDown() {
        var application = applies(patient());
        var ivy = Person.at("intake").who(dora);

        for (var answer : List.of(
                posts(ivy, "/applications", Map.of("employer", BAKERY)),
                goes(ivy, application, "SENT"),
                works(ivy, application, List.of()))) {
            answer.statusCode(403).body("type", endsWith("/told-to-who-reads-it"));
        }
        page().body("applications.state", contains("DRAFT"));
    }

    @Test
    void whatIsToBeHandedOverIsNoWorkAnyMoreOnceThePatientIsDischarged() {
        var job = aJob(patient());
        works(patient(), job, List.of(shift("FRIDAY", "09:00", "17:00", null))).statusCode(200);
        assertThat(tasks()).containsExactly("OPEN");

        discharged(ada, today().minusDays(1));

        await("the discharge").untilAsserted(() -> assertThat(tasks()).isEmpty());
    }

    @Test
    void aPageOfManyApplicationsAsksTheDatabaseNoMoreOften() {
        aJob(patient());
        int one = statements();
        for (int i = 0; i < 4; i++) {
            aJob(patient());
        }

        assertThat(statements()).isEqualTo(one);
    }

    private int statements() {
        int once = Statements.during(this::page);
        return Math.min(once, Statements.during(this::page));
    }

    @Test
    void nobodysApplicationIsReachedThroughAnothersEpisode() {
        var application = applies(patient());
        var bert = aPatientOf(dora);
        var bertHimself = Person.at("patient").who(bert.patient());

        for (var who : List.of(clinicianDora(), bertHimself)) {
            who.asks()
                    .body(Map.of("state", "SENT"))
                    .post(API + "/episodes/" + bert.episode() + "/career/applications/" + application + "/states")
                    .then()
                    .statusCode(404);
        }
        goes(bertHimself, application, "SENT").statusCode(404);
    }

    @Test
    void whatAnApplicationCameToIsKeptByTheDatabase() {
        goes(patient(), applies(patient()), "SENT").statusCode(200);

        for (var change : List.of("update job_application_state set place = 7", "delete from job_application_state")) {
            assertThat(catchThrowable(() -> AtOnce.inTheClinic(() -> sql.update(change))))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private String applies(Person who) {
        return posts(who, "/applications", Map.of("employer", BAKERY))
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id");
    }

    private String aJob(Person who) {
        var application = applies(who);
        List.of("SENT", "OFFER", "ACCEPTED")
                .forEach(state -> goes(who, application, state).statusCode(200));
        return application;
    }

    private ValidatableResponse goes(Person who, String application, String state) {
        return posts(who, "/applications/" + application + "/states", Map.of("state", state));
    }

    private ExtractableResponse<Response> invited(String application, LocalDate day, String time) {
        return posts(
                        patient(),
                        "/applications/" + application + "/interviews",
                        Map.of("date", day.toString(), "time", time))
                .statusCode(201)
                .extract();
    }

    private ValidatableResponse works(Person who, String application, List<Map<String, Object>> shifts) {
        return puts(who, "/applications/" + application + "/shifts", "*", Map.of("shifts", shifts));
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
