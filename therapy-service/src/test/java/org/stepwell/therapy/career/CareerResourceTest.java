package org.stepwell.therapy.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** How a patient stands to work and school, what they want, what is in the way, and what was worked on. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class CareerResourceTest extends Careers {

    private static final Map<String, Object> LOOKS_FOR_WORK =
            Map.of("employment", "UNEMPLOYED", "education", "GRADE_12_OR_GED");
    private static final String WORDS = "A job with fixed hours in the morning.";

    @Test
    void aNewPageIsEmptyForThePatientToo() {
        page().body("status", nullValue())
                .body("statuses", empty())
                .body("goals", empty())
                .body("applications", empty())
                .body("skills", empty())
                .body("barriers", empty())
                .body("episode", equalTo(ada.episode().toString()));
    }

    @Test
    void theLastDaysStatusIsTheCurrentOneAndAnotherWordOfTheSameDayStandsInstead() {
        var before = today().minusDays(10);
        posts(
                        clinicianDora(),
                        "/statuses",
                        of(before, Map.of("employment", "FULL_TIME", "education", "GRADES_9_TO_11")))
                .statusCode(201)
                .body("writtenBy", equalTo(dora.toString()));
        posts(patient(), "/statuses", LOOKS_FOR_WORK).statusCode(201).body("writtenBy", nullValue());
        posts(
                        patient(),
                        "/statuses",
                        Map.of(
                                "employment", "NOT_IN_LABOR_FORCE",
                                "notInLaborForce", "STUDENT",
                                "education", "GRADE_12_OR_GED"))
                .statusCode(201);
        posts(patient(), "/statuses", of(before, LOOKS_FOR_WORK)).statusCode(201);

        page().body("status.notInLaborForce", equalTo("STUDENT"))
                .body("status.teds", equalTo(Map.of("EMPLOY", 4, "DETNLF", 2, "EDUC", 3)))
                .body("statuses.employment", contains("FULL_TIME", "UNEMPLOYED", "UNEMPLOYED", "NOT_IN_LABOR_FORCE"))
                .body("statuses.replaced", contains(true, false, true, false));
    }

    @Test
    void aStatusThatCanNotBeIsPointedAt() {
        posts(patient(), "/statuses", of(today().plusDays(1), LOOKS_FOR_WORK))
                .statusCode(400)
                .body("type", endsWith("/work-status-of-a-day-in-the-program"))
                .body("errors.pointer", contains("/date"));
        posts(patient(), "/statuses", with(LOOKS_FOR_WORK, "date", "1899-12-31"))
                .statusCode(400)
                .body("errors.pointer", contains("/date"));
        posts(patient(), "/statuses", with(LOOKS_FOR_WORK, "notInLaborForce", "STUDENT"))
                .statusCode(400)
                .body("type", endsWith("/not-in-labor-force-says-as-what"))
                .body("errors.pointer", contains("/notInLaborForce"));
        posts(patient(), "/statuses", with(LOOKS_FOR_WORK, "employment", "RICH"))
                .statusCode(400)
                .body("errors.pointer", contains("/employment"));
        posts(patient(), "/statuses", Map.of("employment", "UNEMPLOYED"))
                .statusCode(400)
                .body("errors.pointer", contains("/education"));
        page().body("statuses", empty());
    }

    @Test
    void aPatientSetsGoalsOnThePhoneAndTheyAreSealed() {
        String goal = posts(
                        patient(),
                        "/goals",
                        Map.of("goal", WORDS, "targetDate", today().plusDays(60).toString()))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .path("id");
        var other = Map.of("goal", "A driving license.", "targetDate", today().toString());
        puts(clinicianDora(), "/goals/" + goal, other).statusCode(428);
        puts(clinicianDora(), "/goals/" + goal, "\"7\"", other).statusCode(412);
        puts(clinicianDora(), "/goals/" + goal, "\"0\"", other)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("writtenBy", equalTo(dora.toString()));
        assertThat(stored("goal", "career_goal")).singleElement().asString().doesNotContain("driving");

        posts(patient(), "/goals/" + goal + "/states", Map.of("state", "REACHED"))
                .statusCode(200)
                .body("since", equalTo(today().toString()));
        puts(patient(), "/goals/" + goal, "*", other).statusCode(409).body("type", endsWith("/career-goal-is-open"));
        posts(patient(), "/goals/" + goal + "/states", Map.of("state", "GIVEN_UP"))
                .statusCode(409);
        page().body("goals.goal", contains("A driving license."))
                .body("goals.state", contains("REACHED"))
                .body("goals.writtenBy", contains(nullValue()));
    }

    @Test
    void aGoalThatCanNotBeIsPointedAt() {
        posts(
                        patient(),
                        "/goals",
                        Map.of("goal", WORDS, "targetDate", today().minusDays(1).toString()))
                .statusCode(400)
                .body("type", endsWith("/career-goal-for-a-day-to-come"))
                .body("errors.pointer", contains("/targetDate"));
        posts(patient(), "/goals", Map.of("goal", " ", "targetDate", today().toString()))
                .statusCode(400)
                .body("errors.pointer", contains("/goal"));
        posts(patient(), "/goals", Map.of("goal", "x".repeat(1_001), "targetDate", today().toString()))
                .statusCode(400)
                .body("errors.pointer", contains("/goal"));
        posts(patient(), "/goals/" + anId() + "/states", Map.of("state", "REACHED"))
                .statusCode(404);
        page().body("goals", empty());
    }

    @Test
    void nobodysGoalIsReachedThroughAnothersEpisode() {
        String goal = posts(patient(), "/goals", Map.of("goal", WORDS, "targetDate", today().toString()))
                .extract()
                .path("id");
        var bert = aPatientOf(dora);

        clinicianDora()
                .asks()
                .body(Map.of("state", "REACHED"))
                .post(API + "/episodes/" + bert.episode() + "/career/goals/" + goal + "/states")
                .then()
                .statusCode(404);
    }

    @Test
    void skillsAreOfASessionOrADayAndTheLastWordStands() {
        var session = aSession(dora);
        attended(session, ada);
        var in = session.session().toString();
        posts(clinicianDora(), "/skills", Map.of("skills", List.of("RESUME"), "session", in))
                .statusCode(201)
                .body("date", equalTo(session.date().toString()));
        posts(clinicianDora(), "/skills", Map.of("skills", List.of("INTERVIEW_PRACTICE", "JOB_SEARCH"), "session", in))
                .statusCode(201)
                .body("skills", contains("JOB_SEARCH", "INTERVIEW_PRACTICE"));
        var before = today().minusDays(3);
        posts(clinicianDora(), "/skills", of(before, Map.of("skills", List.of("BUDGETING"))))
                .statusCode(201);
        posts(clinicianDora(), "/skills", of(before.minusDays(1), Map.of("skills", List.of("RESUME"))))
                .statusCode(201);
        posts(clinicianDora(), "/skills", of(before.minusDays(1), Map.of("skills", List.of())))
                .statusCode(201);

        page().body("skills.skills", contains(List.of("BUDGETING"), List.of("JOB_SEARCH", "INTERVIEW_PRACTICE")))
                .body("skills.session", contains(null, in));
        assertThat(stored("day", "skill_work")).hasSize(5);
    }

    @Test
    void skillsThatCanNotBeAreRefused() {
        var missed = aSession(dora);
        attended(missed, aPatientOf(dora));
        var skills = Map.<String, Object>of("skills", List.of("RESUME"));
        var inMissed = with(skills, "session", missed.session().toString());
        posts(clinicianDora(), "/skills", inMissed).statusCode(409).body("type", endsWith("/skills-where-they-were"));
        posts(clinicianDora(), "/skills", of(today(), inMissed))
                .statusCode(400)
                .body("type", endsWith("/skills-of-a-session-or-a-day"))
                .body("errors.pointer", contains("/date"));
        posts(clinicianDora(), "/skills", with(skills, "session", anId().toString()))
                .statusCode(404);
        posts(clinicianDora(), "/skills", of(today().plusDays(1), skills))
                .statusCode(400)
                .body("errors.pointer", contains("/date"));
        posts(clinicianDora(), "/skills", Map.of("skills", List.of("JUGGLING"))).statusCode(400);
        posts(patient(), "/skills", skills).statusCode(403);
        page().body("skills", empty());
    }

    @Test
    void whatIsInTheWayIsSaidOnceAndMayBeOvercome() {
        barrier(patient(), "CHILDCARE", "OVERCOME").statusCode(409).body("type", endsWith("/barrier-was-in-the-way"));
        barrier(patient(), "CHILDCARE", "IN_THE_WAY").statusCode(200).body("writtenBy", nullValue());
        barrier(patient(), "CHILDCARE", "IN_THE_WAY").statusCode(200);
        barrier(patient(), "CRIMINAL_RECORD", "IN_THE_WAY").statusCode(200);
        barrier(clinicianDora(), "CHILDCARE", "OVERCOME").statusCode(200).body("writtenBy", equalTo(dora.toString()));

        page().body("barriers.barrier", contains("CHILDCARE", "CRIMINAL_RECORD"))
                .body("barriers.state", contains("OVERCOME", "IN_THE_WAY"));
        barrier(patient(), "WEATHER", "IN_THE_WAY").statusCode(400).body("errors.pointer", contains("/barrier"));
    }

    @Test
    void whoeverSaysTheSameBarrierAtTheSameMomentIsToldThatItIsThere() throws Exception {
        var second = AtOnce.beforeItCommits(
                sql,
                () -> sql.update(
                        """
                        insert into career_barrier (id, version, episode_id, patient_id, barrier, met_at)
                        values (?, 0, ?, ?, 'TRANSPORT', now())
                        """, Uuid7.next(), ada.episode().value(), ada.patient().value()),
                () -> barrier(patient(), "TRANSPORT", "IN_THE_WAY").extract());

        assertThat(second.waited()).isTrue();
        assertThat(second.answer().statusCode()).isEqualTo(409);
        assertThat(second.answer().<String>path("type")).endsWith("/barrier-is-told-once");
    }

    @Test
    void theDatabaseKeepsWhatWasToldAndInItsCodes() {
        posts(patient(), "/statuses", LOOKS_FOR_WORK).statusCode(201);
        posts(clinicianDora(), "/skills", Map.of("skills", List.of("RESUME"))).statusCode(201);

        for (var change : List.of(
                "update work_status set employment = 'FULL_TIME'",
                "delete from work_status",
                "update skill_work set day = day",
                "delete from skill_work")) {
            assertThat(catchThrowable(() -> AtOnce.inTheClinic(() -> sql.update(change))))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whoeverMayNotSeeThePatientSeesNothing() {
        var path = API + "/patients/" + ada.patient() + "/career";
        clinician(aClinician()).asks().get(path).then().statusCode(403);
        Person.at("intake").who(dora).asks().get(path).then().statusCode(403);
        Person.at("patient")
                .who(aPatientOf(dora).patient())
                .asks()
                .get(path)
                .then()
                .statusCode(404);
        Person.of("supervisor", Person.HARBOR).who(dora).asks().get(path).then().statusCode(404);
        posts(clinician(aClinician()), "/statuses", LOOKS_FOR_WORK).statusCode(403);
        patient()
                .asks()
                .get(path + "?episode=" + aPatientOf(dora).episode())
                .then()
                .statusCode(404);
    }

    @Test
    void afterTheLastDayItIsReadAsItWas() {
        posts(patient(), "/statuses", LOOKS_FOR_WORK).statusCode(201);

        discharged(ada, today().minusDays(1));

        await("the discharge")
                .untilAsserted(() -> posts(patient(), "/statuses", of(today().plusDays(1), LOOKS_FOR_WORK))
                        .statusCode(409)
                        .body("type", endsWith("/told-while-in")));
        page().body("status.employment", equalTo("UNEMPLOYED")).body("statuses", hasSize(1));
    }

    private ValidatableResponse barrier(Person who, String barrier, String state) {
        return puts(who, "/barriers", Map.of("barrier", barrier, "state", state));
    }

    private static Map<String, Object> of(LocalDate day, Map<String, Object> form) {
        return with(form, "date", day.toString());
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }
}
