package org.stepwell.aftercare.nextstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.somebodyLeavingSoon;
import static org.stepwell.aftercare.Scene.today;
import static org.stepwell.aftercare.nextstep.Steps.API;
import static org.stepwell.aftercare.nextstep.Steps.answer;
import static org.stepwell.aftercare.nextstep.Steps.id;
import static org.stepwell.aftercare.nextstep.Steps.propose;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Reached;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.StepwellTestResource;

/** Nobody who leaves falls through: they are reminded once, and somebody asks whoever is silent and what came of each day. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class StepsLookedAfterTest {

    @Test
    void aPatientIsRemindedOnceTheDayBeforeByAMailThatSaysNothingElse() {
        var maya = somebodyLeavingSoon();
        var address = isReached(maya);
        var day = today().plusDays(10);
        var step = accepted(maya, day);

        at(day.minusDays(1), "09:59");
        assertThat(Mailbox.of(address)).isEmpty();
        at(day.minusDays(1), "10:01");
        at(day.minusDays(1), "19:00");
        at(day, "08:00");

        assertThat(Mailbox.of(address)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Reminder");
            assertThat(mail.from() + mail.text())
                    .doesNotContainIgnoringCase("riverside")
                    .doesNotContainIgnoringCase("therapy")
                    .doesNotContainIgnoringCase("maya");
            assertThat(mail.text()).contains("you have something planned for ");
        });
        shown(maya, step).body("reminder", equalTo("SENT"));
    }

    @Test
    void whatIsTooLateIsNotSent() {
        var maya = somebodyLeavingSoon();
        var address = isReached(maya);
        var step = accepted(maya, today().plusDays(3));

        at(today().plusDays(3), "12:01"); // as after an outage

        shown(maya, step).body("reminder", equalTo("SUPERSEDED"));
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void whoHasNoSafeWayIsNotWrittenTo() {
        var maya = somebodyLeavingSoon();
        Reached.byMail(maya.patient, null);
        var step = accepted(maya, today().plusDays(3));

        at(today().plusDays(2), "12:00");

        shown(maya, step).body("reminder", equalTo("NO_SAFE_WAY"));
    }

    @Test
    void aStepThatWasWithdrawnIsNotRemindedOf() {
        var maya = somebodyLeavingSoon();
        var address = isReached(maya);
        var step = accepted(maya, today().plusDays(4));
        answer(maya.theClinician(), step, "withdrawal").then().statusCode(200);

        at(today().plusDays(4), "09:00");

        assertThat(Mailbox.of(address)).isEmpty();
        shown(maya, step).body("reminder", nullValue());
        tasks(maya, empty());
    }

    /** Clocks go forward in the night to the day before, or back: it is ten in the morning all the same. */
    @Test
    void bothNightsOfDaylightSavingAreDaysLikeOthers() {
        var before = Scene.now();
        for (var month : List.of(3, 11)) {
            var sunday = sundayOfTheChange(month);
            itIs(sunday.minusDays(3).atTime(12, 0).atZone(NEW_YORK).toInstant());
            var maya = somebodyLeavingSoon();
            var address = isReached(maya);
            accepted(maya, sunday.plusDays(1));

            at(sunday, "09:59");
            assertThat(Mailbox.of(address)).as("%s", sunday).isEmpty();
            at(sunday, "10:01");
            assertThat(Mailbox.of(address)).as("%s", sunday).hasSize(1);
        }
        itIs(before); // other tests need not wait for what falls due in a year
    }

    private static LocalDate sundayOfTheChange(int month) {
        var sunday = today().withDayOfMonth(1).withMonth(month).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
        var change = month == 3 ? sunday.plusWeeks(1) : sunday;
        return change.minusDays(4).isAfter(today()) ? change : sundayOfNextYear(month);
    }

    private static LocalDate sundayOfNextYear(int month) {
        var sunday = today().plusYears(1)
                .withDayOfMonth(1)
                .withMonth(month)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
        return month == 3 ? sunday.plusWeeks(1) : sunday;
    }

    @Test
    void aReceiverWhoIsSilentForThreeDaysIsAskedAgainBySomebody() {
        var maya = somebodyLeavingSoon();
        var step = id(propose(maya.theClinician(), maya, housingOn(today().plusDays(12))));

        at(today().plusDays(3), "08:59");
        tasks(maya, empty());
        at(today(), "09:01");
        tasks(maya, contains("next-step-unanswered"));

        answer(maya.theClinician(), step, "decline").then().statusCode(200);
        tasks(maya, empty());
    }

    @Test
    void whatAReceiverSaysOnThePhoneIsWrittenDownWithDayOrReason() {
        var maya = somebodyLeavingSoon();
        var step = id(propose(maya.theClinician(), maya, housingOn(today().plusDays(12))));

        refused(phoned(maya, step, "{}"), 409, "receiver-names-day-or-reason");
        refused(
                phoned(maya, step, "{\"day\": \"%s\", \"reason\": \"TOO_FAR\"}".formatted(today().plusDays(2))),
                409,
                "receiver-names-day-or-reason");
        refused(phoned(maya, step, day(today().minusDays(1))), 409, "next-step-in-the-past");
        maya.thePatient()
                .asks()
                .body(day(today().plusDays(8)))
                .post(API + "/next-steps/" + step + "/receiver-answer")
                .then()
                .statusCode(403);
        phoned(maya, step, day(today().plusDays(8)))
                .then()
                .statusCode(200)
                .body("date", equalTo(today().plusDays(8).toString()))
                .body("by", equalTo("RECEIVER"))
                .body("onBehalf", equalTo(true));
        refused(phoned(maya, step, "{\"reason\": \"TOO_FAR\"}"), 409, "already-answered");

        var other = id(propose(maya.theClinician(), maya, housingOn(today().plusDays(12))));
        phoned(maya, other, "{\"reason\": \"TOO_FAR\"}")
                .then()
                .body("status", equalTo("DECLINED"))
                .body("declinedBecause", equalTo("TOO_FAR"));
        maya.awaitSaid("next-step-changed.v1", other, "DECLINED", "RECEIVER");
        var meeting = id(propose(maya.theClinician(), maya, Steps.toMeetingOn(Steps.nextMonday())));
        refused(phoned(maya, meeting, day(Steps.nextMonday())), 409, "receiver-is-asked");
    }

    private static Response phoned(Scene maya, String step, String body) {
        return maya.theClinician().asks().body(body).post(API + "/next-steps/" + step + "/receiver-answer");
    }

    private static String day(LocalDate day) {
        return "{\"day\": \"%s\"}".formatted(day);
    }

    @Test
    void whatCameOfADayIsAskedTheMorningAfterAndSaid() {
        var maya = somebodyLeavingSoon();
        var step = accepted(maya, today().plusDays(2));
        refused(outcome(maya, step, "HAPPENED"), 409, "outcome-of-what-was-accepted");

        at(today().plusDays(3), "08:59");
        tasks(maya, empty());
        at(today(), "09:01");
        tasks(maya, contains("next-step-outcome"));

        outcome(maya, step, "DID_NOT_HAPPEN")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DID_NOT_HAPPEN"))
                .body("outcomeSaidBy", equalTo("STAFF"));
        tasks(maya, empty());
        maya.thePatient()
                .asks()
                .body("{\"outcome\": \"HAPPENED\"}")
                .post(API + "/next-steps/" + step + "/outcome")
                .then()
                .body("outcomeSaidBy", equalTo("PATIENT"));
        refused(answer(maya.theClinician(), step, "withdrawal"), 409, "happened-stays");
        outcome(maya, step, "PERHAPS").then().statusCode(400);
    }

    @Test
    void whoSaysOnTheDayThatItHappenedIsNotAsked() {
        var maya = somebodyLeavingSoon();
        var step = accepted(maya, today().plusDays(2));
        at(today().plusDays(2), "18:00");
        outcome(maya, step, "HAPPENED").then().statusCode(200);

        at(today().plusDays(5), "10:00");

        tasks(maya, empty());
    }

    @Test
    void onceAPlanIsOverNobodyIsAsked() {
        var maya = somebodyLeavingSoon();
        accepted(maya, today().plusDays(1));
        id(propose(maya.theClinician(), maya, housingOn(today().plusDays(12))));
        at(today().plusDays(4), "10:00");
        tasks(maya, containsInAnyOrder("next-step-unanswered", "next-step-outcome"));

        maya.staysAfterAll();
        maya.awaitPlan("CLOSED");

        tasks(maya, empty());
        at(today().plusDays(20), "10:00");
        tasks(maya, empty());
    }

    private static String isReached(Scene maya) {
        var address = "maya-%s@example.org".formatted(maya.patient);
        Reached.byMail(maya.patient, address);
        return address;
    }

    private static String accepted(Scene maya, LocalDate day) {
        var step = id(propose(maya.theClinician(), maya, housingOn(day)));
        answer(maya.theClinician(), step, "acceptance").then().statusCode(200);
        return step;
    }

    private static String housingOn(LocalDate day) {
        return "{\"kind\": \"HOUSING\", \"date\": \"%s\"}".formatted(day);
    }

    private static Response outcome(Scene maya, String step, String outcome) {
        return maya.theClinician()
                .asks()
                .body("{\"outcome\": \"%s\"}".formatted(outcome))
                .post(API + "/next-steps/" + step + "/outcome");
    }

    private static ValidatableResponse shown(Scene maya, String step) {
        return maya.theClinician()
                .asks()
                .get(API + "/next-steps/" + step)
                .then()
                .statusCode(200);
    }

    private static void tasks(Scene maya, Matcher<? super List<String>> kinds) {
        maya.theClinician()
                .asks()
                .get(API + "/tasks?patient=" + maya.patient + "&status=OPEN")
                .then()
                .statusCode(200)
                .body("items.kind", kinds);
    }

    private static void at(LocalDate day, String hour) {
        itIs(day.atTime(java.time.LocalTime.parse(hour)).atZone(NEW_YORK).toInstant());
    }
}
