package org.stepwell.therapy.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.StepwellTestResource;

/** One order after the other, of one substance: each goes on from the last injection, whichever order it was of. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class InjectionsGoOnTest extends MedicationCalls {

    private final Instant first = MovedClock.now();

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void anotherStrengthGoesOnFromTheLastInjection() {
        var strong = given("SUBLOCADE_300");
        day(7);

        var usual = inPlaceOf(strong, "SUBLOCADE_100");

        nobodyIsAsked();
        isTooSoon(injects(usual));
        window(usual, "last", 0);
        window(usual, "opens", 26);
        window(usual, "closes", 42);
        day(27);
        injects(usual).statusCode(201);
    }

    @Test
    void theMonthlyOneIsGivenOnTheNextWeeklyDateAndIsNotHeldToTheEndOfTheWeeklyOne() {
        var weekly = given("BRIXADI_WEEKLY_24");
        day(4);
        var monthly = inPlaceOf(weekly, "BRIXADI_MONTHLY_96");
        nobodyIsAsked();
        isTooSoon(injects(monthly));
        window(monthly, "due", 7);

        day(12); // a weekly one would have been too late

        assertThat(openTasks("injection-missed")).isZero();
        injects(monthly).statusCode(201);
        window(monthly, "opens", 12 + 21);
    }

    @Test
    void aWeeklyOneIsNotGivenWhileTheMonthlyOneLastsAndThenIsNotLateFromTheStart() {
        var monthly = given("SUBLOCADE_300");
        day(5);
        var weekly = inPlaceOf(monthly, "BRIXADI_WEEKLY_24");
        nobodyIsAsked();
        isTooSoon(injects(weekly));

        day(29);
        var later = inPlaceOf(weekly, "BRIXADI_WEEKLY_32");

        await("the task")
                .untilAsserted(() -> assertThat(openTasks("injection-due") + openTasks("injection-closing"))
                        .isEqualTo(1));
        assertThat(openTasks("injection-missed")).isZero();
        injects(later).statusCode(201);
    }

    @Test
    void whatIsOrderedOnceTheWindowHasClosedIsNotLateFromTheStart() {
        var strong = given("SUBLOCADE_300");
        day(5);
        var films = inPlaceOf(strong, "BUPRENORPHINE_NALOXONE_FILM_8");
        day(60);

        var usual = inPlaceOf(films, "SUBLOCADE_100");

        await("the task")
                .untilAsserted(() -> assertThat(openTasks("injection-due")).isEqualTo(1));
        assertThat(openTasks("injection-missed")).isZero();
        window(usual, "last", 0);
        window(usual, "closes", 60 + 14);
        injects(usual).statusCode(201);
    }

    @Test
    void ofTwoOrdersNobodyIsGivenBothOnOneDay() {
        var strong = given("SUBLOCADE_300");

        var usual = inPlaceOf(strong, "SUBLOCADE_100");

        isTooSoon(injects(usual));
    }

    @Test
    void anOrderOfWhichNothingWasGivenDoesNotBringTheNextOneForward() {
        var strong = given("SUBLOCADE_300");
        day(5);
        var usual = inPlaceOf(strong, "SUBLOCADE_100");
        day(6);

        var strongAgain = inPlaceOf(usual, "SUBLOCADE_300");

        nobodyIsAsked();
        isTooSoon(injects(strongAgain));
        window(strongAgain, "last", 0);
    }

    @Test
    void theSameInPlaceOfItselfBeginsAnew() {
        var strong = given("SUBLOCADE_300");
        day(5);

        var again = inPlaceOf(strong, "SUBLOCADE_300");

        page().body("orders.find { it.id == '%s' }.window.last".formatted(again), nullValue());
        injects(again).statusCode(201);
    }

    @Test
    void whatIsWrittenDownOrStruckOfTheOrderBeforeCountsForTheOneThatGoesOnFromIt() {
        var strong = ordered(allowed("SUBLOCADE_300"));
        day(1);
        var usual = inPlaceOf(strong, "SUBLOCADE_100");
        await("nobody has given any")
                .untilAsserted(() -> assertThat(openTasks("injection-due")).isEqualTo(1));

        var dose = doses(strong, Map.of("outcome", "GIVEN", "site", "ABDOMEN_LEFT_UPPER", "at", first.toString()))
                .statusCode(201)
                .extract()
                .<String>path("id");

        nobodyIsAsked();
        window(usual, "opens", 26);
        isTooSoon(injects(usual));
        clinician(dora)
                .asks()
                .post(order(strong) + "/doses/" + dose + "/error")
                .then()
                .statusCode(200);
        await("it was a mistake")
                .untilAsserted(() -> assertThat(openTasks("injection-due")).isEqualTo(1));
        injects(usual).statusCode(201);
    }

    /** Ordered, and injected at once. */
    private String given(String product) {
        var id = ordered(allowed(product));
        injects(id).statusCode(201);
        return id;
    }

    private String inPlaceOf(String other, String product) {
        return ordered(with(allowed(product), "replaces", other));
    }

    private static Map<String, Object> allowed(String product) {
        return overriding(with(film(), "product", product), "PDMP_LOOKED_AT", "SAME_SUBSTANCE_IS_TAKEN");
    }

    private void day(int days) {
        clockAt(first.plus(Duration.ofDays(days)));
    }

    private void nobodyIsAsked() {
        await("nobody is asked")
                .during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(openTasks("injection-due")).isZero());
    }

    private static void isTooSoon(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("type", endsWith("/injection-in-its-window"))
                .body("errors.pointer", contains("/at"));
    }

    /** A day of the window of an order, so many after the first. */
    private void window(String order, String day, int after) {
        var expected = first.plus(Duration.ofDays(after)).atZone(NEW_YORK).toLocalDate();
        page().body("orders.find { it.id == '%s' }.window.%s".formatted(order, day), equalTo(expected.toString()));
    }
}
