package org.stepwell.therapy.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;

/** Applications, from the first draft to a job. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class JobResourceTest extends Jobs {

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
    void aPageOfManyApplicationsAsksTheDatabaseNoMoreOften() {
        aJob(patient());
        int one = statements();
        for (int i = 0; i < 4; i++) {
            aJob(patient());
        }

        assertThat(statements()).isEqualTo(one);
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

    private int statements() {
        return Statements.ofReading(this::page);
    }

    private ExtractableResponse<Response> invited(String application, LocalDate day, String time) {
        return posts(
                        patient(),
                        "/applications/" + application + "/interviews",
                        Map.of("date", day.toString(), "time", time))
                .statusCode(201)
                .extract();
    }
}
