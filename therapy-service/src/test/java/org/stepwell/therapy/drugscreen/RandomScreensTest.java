package org.stepwell.therapy.drugscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.scheduling.SchedulingState.ClosureChanged;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Screens on days that nobody knows ahead. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class RandomScreensTest extends ScreenCalls {

    @Inject
    Sql sql;

    private final List<LocalDate> shut = new ArrayList<>();

    @AfterEach
    void theClinicIsOpenAndTheClockGoesBack() {
        shut.forEach(day -> Broker.say(new ClosureChanged(day, false, Instant.now())));
        shut.forEach(day -> await().until(() -> !isKnownAsClosed(day)));
        clockAt(Instant.now());
    }

    @Test
    void asManyScreensAreOrderedInASpanAsThePlanSaysOnWeekdaysAlone() {
        sets("{\"times\": 3, \"perDays\": 14, \"apartDays\": 2}").statusCode(200);
        var from = today().plusDays(1);

        throughout(from, 14);

        var days = days();
        assertThat(days).hasSize(3).allMatch(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        lists(clinician(dora))
                .body("items.atRandom", everyItem(equalTo(true)))
                .body("items.orderedBy", everyItem(equalTo(dora.toString())));
        throughout(from.plusDays(14), 14);
        assertThat(days()).hasSize(6);
    }

    @Test
    void aDayThatWasDrawnIsSeenByNobodyBeforeItComesAndIsATaskThen() {
        closes(today().plusDays(1)); // so that the day is not the one on which it is drawn
        sets("{\"times\": 1, \"perDays\": 28}").statusCode(200);
        clockAt(morningOf(today().plusDays(1)).plusSeconds(1));
        var drawn = drawn();
        assertThat(drawn).isAfter(today());
        clockAt(morningOf(drawn).minusSeconds(60));

        for (var who : List.of(patient(), clinician(dora))) {
            assertThat(lists(who).extract().asString()).doesNotContain(drawn.toString());
            assertThat(who.asks()
                            .get(episode() + "/drug-screen-plan")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .doesNotContain(drawn.toString());
        }
        assertThat(openTasks("drug-screen-collect")).isZero();
        clockAt(morningOf(drawn).plusSeconds(1));

        lists(patient()).body("items.day", contains(drawn.toString()));
        assertThat(openTasks("drug-screen-collect")).isEqualTo(1);
    }

    @Test
    void aDayOnWhichTheClinicClosesIsNotDrawnOrDrawnAnew() {
        var from = today().plusDays(1);
        var open = from.datesUntil(from.plusDays(7))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
        var left = open.getLast();
        open.stream().filter(day -> !day.equals(left)).forEach(this::closes);

        sets("{\"times\": 1, \"perDays\": 7}").statusCode(200);
        throughout(from, 7);

        assertThat(days()).containsExactly(left);
    }

    @Test
    void whatIsNotSaidIsTheClinicsUsual() {
        sets("{}")
                .statusCode(200)
                .body("times", equalTo(4))
                .body("perDays", equalTo(28))
                .body("apartDays", equalTo(2))
                .body("panel", equalTo("65750-2"))
                .body("setBy", equalTo(dora.toString()));
    }

    @Test
    void theUsualPanelLooksForMoreInWhomItWouldMissWhatMatters() {
        sets("{\"times\": 5, \"perDays\": 7, \"apartDays\": 1}").statusCode(200);
        takesElsewhere("METHADONE", "Harbor Street OTP", today().minusDays(30)).statusCode(201);

        throughout(today().plusDays(1), 7);

        lists(clinician(dora))
                .body("items", hasSize(5))
                .body("items.analytes", everyItem(hasItems("OPIATES", "BUPRENORPHINE", "FENTANYL")));
    }

    @Test
    void anotherPlanReplacesTheOneThatWasReadAndEndsWithItsVersion() {
        var version = sets("{}").statusCode(200).extract().header("ETag");

        sets("{\"times\": 1}").statusCode(428);
        sets(clinician(dora), "\"77\"", "{\"times\": 1}").statusCode(412);
        sets(
                        clinician(dora),
                        version,
                        "{\"times\": 1, \"screen\": {\"panel\": \"87428-9\", \"analytes\": [\"FENTANYL\"]}}")
                .statusCode(200)
                .body("times", equalTo(1))
                .body("confirmation", equalTo("REFLEX"))
                .body("analytes", contains("FENTANYL"));
        var path = episode() + "/drug-screen-plan";
        clinician(dora).asks().delete(path).then().statusCode(428);
        clinician(dora).asks().header("If-Match", "*").delete(path).then().statusCode(204);
        clinician(dora).asks().get(path).then().statusCode(404);
        throughout(today().plusDays(1), 10);
        assertThat(days()).isEmpty();
    }

    @Test
    void ofTwoWhoSetAPlanAtOnceOneDoes() {
        var answers = atOnce(() -> sets("{}").extract().statusCode());

        assertThat(answers).contains(200).containsAnyOf(409, 428);
        assertThat(answers).doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotFitIsPointedAt() {
        sets("{\"times\": 6, \"perDays\": 7}")
                .statusCode(400)
                .body("type", endsWith("/times-fit"))
                .body("errors.pointer", contains("/times"));
        sets("{\"times\": 0}").statusCode(400).body("errors.pointer", contains("/times"));
        sets("{\"perDays\": 61}").statusCode(400).body("errors.pointer", contains("/perDays"));
        sets("{\"screen\": {\"analytes\": [\"SUGAR\"]}}").statusCode(400);
        for (var who :
                List.of(patient(), clinician(aClinician()), Person.at("intake").who(dora))) {
            sets(who, "", "{}").statusCode(403);
        }
    }

    @Test
    void nobodyWhoIsAwayIsScreened() {
        sets("{\"times\": 5, \"perDays\": 7, \"apartDays\": 1}").statusCode(200);
        var from = today().plusDays(1);
        Broker.say(new EpisodeHeld(ada.patient(), ada.episode(), from, from.plusDays(30), null, Instant.now()));
        await().until(() -> isSet("held_from"));

        throughout(from, 7);
        assertThat(days()).isEmpty();

        Broker.say(
                new EpisodeResumed(ada.patient(), ada.episode(), from.plusDays(7), from.plusDays(60), Instant.now()));
        await().until(() -> isSet("back_on"));
        throughout(from.plusDays(7), 7);
        assertThat(days()).hasSize(5);
    }

    @Test
    void nobodyIsScreenedWhoWasAwayAlreadyWhenThePlanWasSet() {
        var from = today().plusDays(1);
        Broker.say(new EpisodeHeld(ada.patient(), ada.episode(), from, from.plusDays(30), null, Instant.now()));
        await().until(() -> isSet("held_from"));
        sets("{\"times\": 5, \"perDays\": 7, \"apartDays\": 1}").statusCode(200);

        throughout(from, 7);

        assertThat(days()).isEmpty();
    }

    @Test
    void afterTheStayNobodyIsScreenedOrPlannedFor() {
        sets("{\"times\": 5, \"perDays\": 7, \"apartDays\": 1}").statusCode(200);
        discharged(ada);

        await("the discharge")
                .untilAsserted(() -> sets("{}").statusCode(409).body("type", endsWith("/screened-while-in")));
        clinician(dora)
                .asks()
                .body(Map.of())
                .post(episode() + "/drug-screens")
                .then()
                .statusCode(409);
        throughout(today().plusDays(1), 7);
        assertThat(days()).isEmpty();
    }

    private ValidatableResponse sets(String form) {
        return clinician(dora)
                .asks()
                .body(form)
                .put(episode() + "/drug-screen-plan")
                .then();
    }

    private ValidatableResponse sets(Person who, String version, String form) {
        return who.asks()
                .header("If-Match", version)
                .body(form)
                .put(episode() + "/drug-screen-plan")
                .then();
    }

    /** Lets one day begin after the other. */
    private static void throughout(LocalDate from, int days) {
        for (int day = 0; day < days; day++) {
            clockAt(morningOf(from.plusDays(day)).plusSeconds(1));
        }
    }

    private List<LocalDate> days() {
        return clinician(dora)
                .asks()
                .get(episode() + "/drug-screens?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.day")
                .stream()
                .map(LocalDate::parse)
                .toList();
    }

    private void closes(LocalDate day) {
        shut.add(day);
        Broker.say(new ClosureChanged(day, true, Instant.now()));
        await("closed on " + day).until(() -> isKnownAsClosed(day));
    }

    private boolean isKnownAsClosed(LocalDate day) {
        return inClinic(() -> sql.one("select 1 from closed_day where day = ?", row -> row.getInt(1), day))
                .isPresent();
    }

    private boolean isSet(String column) {
        return inClinic(() -> sql.one(
                        "select 1 from episode where id = ? and %s is not null".formatted(column),
                        row -> row.getInt(1),
                        ada.episode().value()))
                .isPresent();
    }

    /** The first day that is ahead. */
    private LocalDate drawn() {
        return inClinic(() -> sql.one(
                        "select day from drug_screen_plan, unnest(days) day where episode_id = ?",
                        row -> row.getObject("day", LocalDate.class),
                        ada.episode().value()))
                .orElseThrow();
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(6, 0).atZone(NEW_YORK).toInstant();
    }
}
