package org.stepwell.therapy.twelvestep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.aftercare.AftercareState.SupportPersonChanged;
import org.stepwell.contracts.aftercare.FellowshipNames;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Preparation for fellowships, 12-step and secular alike. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TwelveStepResourceTest extends Fellowships {

    @Inject
    Sql sql;

    @Inject
    SealedJson seal;

    @Test
    void thePatientChoosesOnThePhoneOrWithStaffAndMayChooseAgain() {
        page().body("choice", nullValue()).body("lastThirtyDays.tedsCode", equalTo(1));

        chooses(patient(), "TWELVE_STEP").statusCode(200).body("byPatient", equalTo(true));
        chooses(clinician(dora), "SECULAR").statusCode(200).body("writtenBy", equalTo(dora.toString()));
        chooses(patient(), "SECULAR").statusCode(200).body("byPatient", equalTo(false));
        chooses(Person.at("intake").who(dora), "BOTH").statusCode(200);
        chooses(patient(), "NEITHER").statusCode(200);

        page().body("choice.choice", equalTo("NEITHER"))
                .body("choices.choice", contains("TWELVE_STEP", "SECULAR", "BOTH", "NEITHER"));
    }

    @Test
    void nobodyIsAskedWhyTheyChoseOrWhereTheyWentAndWithWhom() {
        patient()
                .asks()
                .body(Map.of("choice", "NEITHER", "reason", "I do not believe in it."))
                .put(told() + "/choice")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        for (var field : List.of("place", "name", "with")) {
            patient()
                    .asks()
                    .body(Map.of(
                            "date",
                            today().toString(),
                            "fellowship",
                            "LIFERING",
                            "format",
                            "ONLINE",
                            "homeGroup",
                            true,
                            field,
                            "St. Mary's"))
                    .post(told() + "/meetings")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/" + field));
        }
    }

    @Test
    void nothingWaitsForAChoice() {
        var session = aSession(dora);
        attended(session, ada);

        for (var choice : List.of("", "NEITHER", "SECULAR", "TWELVE_STEP")) {
            if (!choice.isEmpty()) {
                chooses(patient(), choice).statusCode(200);
            }
            works(patient(), "SMART_RECOVERY", 1, "BEGUN").statusCode(200);
            works(patient(), "ALCOHOLICS_ANONYMOUS", 1, "BEGUN").statusCode(200);
            went(patient(), "RECOVERY_DHARMA", today()).statusCode(201);
            facilitates(clinician(dora), session.session(), "*", "GETTING_ACTIVE")
                    .statusCode(200);
        }
    }

    @Test
    void stepsAreSaidInAnyOrderAndOfAnyFellowship() {
        works(patient(), "ALCOHOLICS_ANONYMOUS", 4, "WORKED").statusCode(200);
        works(patient(), "ALCOHOLICS_ANONYMOUS", 1, "BEGUN").statusCode(200).body("writtenBy", nullValue());
        works(clinician(dora), "SMART_RECOVERY", 4, "BEGUN").statusCode(200);
        works(patient(), "SMART_RECOVERY", 2, "BEGUN").statusCode(200);
        works(patient(), "SMART_RECOVERY", 2, "NOT_BEGUN").statusCode(200).body("state", equalTo("NOT_BEGUN"));

        page().body("steps.fellowship", contains("ALCOHOLICS_ANONYMOUS", "ALCOHOLICS_ANONYMOUS", "SMART_RECOVERY"))
                .body("steps.step", contains(1, 4, 4))
                .body("steps.state", contains("BEGUN", "WORKED", "BEGUN"));

        works(patient(), "SMART_RECOVERY", 5, "BEGUN")
                .statusCode(400)
                .body("type", endsWith("/step-of-the-fellowship"))
                .body("errors.pointer", contains("/step"));
        works(patient(), "ALCOHOLICS_ANONYMOUS", 0, "BEGUN").statusCode(400).body("errors.pointer", contains("/step"));
    }

    @Test
    void meetingsOfTheLastThirtyDaysAreCountedAsTheStatesDo() {
        var today = today();
        went(patient(), "NARCOTICS_ANONYMOUS", today.minusDays(30)).statusCode(201);
        went(clinician(dora), "LIFERING", today.minusDays(29)).statusCode(201);
        page().body("lastThirtyDays.meetings", equalTo(1))
                .body("lastThirtyDays.tedsCode", equalTo(2))
                .body("lastThirtyDays.from", equalTo(today.minusDays(29).toString()));

        for (int i = 0; i < 3; i++) {
            went(patient(), "SMART_RECOVERY", today).statusCode(201);
        }
        page().body("lastThirtyDays.tedsCode", equalTo(3))
                .body("meetings", hasSize(5))
                .body("meetings[0].fellowship", equalTo("NARCOTICS_ANONYMOUS"))
                .body("meetings[0].writtenBy", nullValue())
                .body("meetings[1].writtenBy", equalTo(dora.toString()));
    }

    @Test
    void aMeetingThatWasToldByMistakeCountsNoMore() {
        String meeting = went(patient(), "SMART_RECOVERY", today()).extract().path("id");
        went(patient(), "SMART_RECOVERY", today().minusDays(1)).statusCode(201);

        for (int i = 0; i < 2; i++) {
            patient().asks().delete(told() + "/meetings/" + meeting).then().statusCode(204);
        }

        page().body("meetings", hasSize(1)).body("lastThirtyDays.meetings", equalTo(1));
        patient().asks().delete(told() + "/meetings/" + anId()).then().statusCode(404);
        var bert = aPatientOf(dora);
        clinician(dora)
                .asks()
                .delete(API + "/episodes/" + bert.episode() + "/twelve-step/meetings/" + meeting)
                .then()
                .statusCode(404);
    }

    @Test
    void aMeetingBeforeTheAdmissionOrInTheFutureIsPointedAt() {
        for (var day : List.of(LocalDate.of(1969, 12, 31), today().plusDays(1))) {
            went(patient(), "SMART_RECOVERY", day)
                    .statusCode(400)
                    .body("type", endsWith("/meeting-of-a-day-in-the-program"))
                    .body("errors.pointer", contains("/date"));
        }
        page().body("meetings", hasSize(0));
    }

    @Test
    void theSponsorAndTheHomeGroupAreThoseThatAftercareTellsOf() {
        var names = sealed(new FellowshipNames("Wilhelmina", "Tuesday Lantern group"));
        Broker.say(new SupportPersonChanged(
                ada.patient(), LocalDate.of(2024, 3, 2), LocalDate.of(2026, 1, 6), names, Instant.now()));

        await().untilAsserted(() -> page().body("sponsor.name", equalTo("Wilhelmina")));
        page().body("sponsor.since", equalTo("2024-03-02"))
                .body("homeGroup.name", equalTo("Tuesday Lantern group"))
                .body("homeGroup.since", equalTo("2026-01-06"));
        assertThat(stored()).singleElement().asString().doesNotContain("Wilhelmina", "Lantern");

        Broker.say(new SupportPersonChanged(
                ada.patient(),
                null,
                LocalDate.of(2026, 1, 6),
                sealed(new FellowshipNames(null, "Tuesday Lantern group")),
                Instant.now()));
        await().untilAsserted(() -> page().body("sponsor", nullValue()));
        page().body("homeGroup.name", equalTo("Tuesday Lantern group"));

        Broker.say(new SupportPersonChanged(ada.patient(), null, null, null, Instant.now()));
        await().untilAsserted(() -> page().body("homeGroup", nullValue()));
    }

    private String sealed(FellowshipNames names) {
        return atRiverside(() -> seal.seal(FellowshipNames.PART, ada.patient().value(), names));
    }

    @Test
    void aSessionOfFacilitationHasATopicThatWhoeverReadItMayReplace() {
        var session = aSession(dora);
        attended(session, ada);
        facilitates(clinician(dora), session.session(), "", "CONJOINT_ENABLING")
                .statusCode(200)
                .body("kind", equalTo("CONJOINT"))
                .body("date", equalTo(session.date().toString()));
        facilitates(clinician(dora), session.session(), "\"5\"", "TERMINATION").statusCode(412);
        facilitates(clinician(dora), session.session(), "\"0\"", "TERMINATION").statusCode(200);
        page().body("sessions.topic", contains("TERMINATION")).body("sessions.version", contains(1));

        var missed = aSession(dora);
        attended(missed, aPatientOf(dora));
        facilitates(clinician(dora), missed.session(), "", "SURRENDER")
                .statusCode(409)
                .body("type", endsWith("/facilitated-where-they-were"));
        facilitates(clinician(dora), new SessionId(anId()), "", "SURRENDER").statusCode(404);
        facilitates(clinician(dora), session.session(), "*", "HIGHER_POWER")
                .statusCode(400)
                .body("errors.pointer", contains("/topic"));
    }

    @Test
    void nobodyElseTellsAndOnlyTheCareTeamFacilitates() {
        var session = aSession(dora);
        attended(session, ada);
        chooses(clinician(aClinician()), "BOTH").statusCode(403);
        chooses(Person.at("patient").who(aPatientOf().patient()), "BOTH").statusCode(404);
        chooses(Person.of("supervisor", Person.HARBOR).who(dora), "BOTH").statusCode(404);
        facilitates(patient(), session.session(), "", "ACCEPTANCE").statusCode(403);
        facilitates(Person.at("intake").who(dora), session.session(), "", "ACCEPTANCE")
                .statusCode(403);
        Person.at("intake")
                .who(dora)
                .asks()
                .get(API + "/patients/" + ada.patient() + "/twelve-step")
                .then()
                .statusCode(403);

        patient()
                .asks()
                .get(API + "/patients/" + ada.patient() + "/twelve-step?episode=" + ada.episode())
                .then()
                .statusCode(200)
                .body("episode", equalTo(ada.episode().toString()));
    }

    @Test
    void afterTheLastDayItIsReadAsItWasThen() {
        var lastDay = today().minusDays(10);
        went(patient(), "SMART_RECOVERY", lastDay.minusDays(29)).statusCode(201);
        went(patient(), "SMART_RECOVERY", lastDay).statusCode(201);
        went(patient(), "SMART_RECOVERY", today()).statusCode(201);

        discharged(ada, lastDay);
        await("the discharge")
                .untilAsserted(
                        () -> chooses(patient(), "BOTH").statusCode(409).body("type", endsWith("/told-while-in")));

        page().body("lastThirtyDays.through", equalTo(lastDay.toString())).body("lastThirtyDays.meetings", equalTo(2));
    }

    private List<String> stored() {
        return atRiverside(() -> sql.list(
                "select to_jsonb(t)::text from fellowship_ties t where patient_id = ?",
                row -> row.getString(1),
                ada.patient().value()));
    }

    private static <T> T atRiverside(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
