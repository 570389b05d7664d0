package org.stepwell.aftercare.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.message.ContactSeal;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Days that are counted, begun anew without losing any, and marked with a note that says nothing. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SobrietyResourceTest {

    private static final String API = "/api/aftercare/v1";

    @Inject
    ContactSeal seal;

    @Test
    void aPatientChoosesADateSaysItOtherwiseAndBeginsAnewAndNoDayIsLost() {
        var scene = somebodyDischargedToday();
        read(scene)
                .then()
                .body("since", nullValue())
                .body("totalDays", equalTo(0))
                .header("ETag", "\"0\"");

        chooses(scene.thePatient(), scene, today().minusDays(40), null, null)
                .then()
                .statusCode(200);
        refused(chooses(scene.thePatient(), scene, today().minusDays(45), null, null), 428, "version-required");
        chooses(scene.thePatient(), scene, today().minusDays(45), false, "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("daysInRecovery", equalTo(45))
                .body("beginnings", hasSize(1))
                .body("beginnings[0].reached.after", contains("P1D", "P30D"))
                .body("beginnings[0].reached.note", contains(nullValue(), nullValue()))
                .body("next.after", equalTo("P60D"))
                .body("next.on", equalTo(today().plusDays(15).toString()));
        chooses(scene.theClinician(), scene, today().minusDays(5), true, "\"1\"")
                .then()
                .statusCode(200)
                .body("daysInRecovery", equalTo(5))
                .body("totalDays", equalTo(45))
                .body("beginnings.days", contains(5, 40))
                .body("beginnings[0].writtenBy", equalTo(scene.clinician.toString()))
                .body("beginnings[1].lastDay", equalTo(today().minusDays(6).toString()));
        refused(
                chooses(scene.thePatient(), scene, today().minusDays(20), false, "*"),
                409,
                "beginnings-do-not-overlap");
        read(scene).then().body("daysInRecovery", equalTo(5));
    }

    @Test
    void theNextDaysAreMarkedOnceEachAsTheyComeAlsoWhenTheClockJumps() {
        var scene = somebodyDischargedToday();
        var address = writesTo(scene, null);
        var since = today();
        chooses(scene.thePatient(), scene, since, null, null).then().statusCode(200);

        itIsTheMorningOf(since.plusDays(1));
        await().untilAsserted(() -> assertThat(Mailbox.of(address)).hasSize(1));
        itIsTheMorningOf(since.plusDays(95));
        read(scene).then().body("beginnings[0].reached.after", contains("P1D", "P30D", "P60D", "P90D"));
        await().untilAsserted(() -> read(scene)
                .then()
                .body("beginnings[0].reached.note", contains("SENT", "SUPERSEDED", "SUPERSEDED", "SUPERSEDED")));

        assertThat(Mailbox.of(address)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("A good day");
            assertThat(mail.text()).doesNotContainIgnoringCase("sober", "recovery", "program", "clinic", "30");
        });
    }

    @Test
    void aNoteWaitsForTheHoursThatAreSafeAndLeavesOnTheDayItself() {
        var scene = somebodyDischargedToday();
        var address = writesTo(scene, LocalTime.of(18, 0));
        var since = today();
        chooses(scene.thePatient(), scene, since, null, null).then().statusCode(200);

        itIsTheMorningOf(since.plusDays(1));
        assertThat(Mailbox.of(address)).isEmpty();
        itIs(since.plusDays(1).atTime(18, 0).atZone(Scene.NEW_YORK).toInstant());

        await().untilAsserted(() -> assertThat(Mailbox.of(address)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-13", "2027-11-06", "2028-02-28"})
    void onBothDaylightSavingNightsAndOnALeapDayANoteLeavesOnce(LocalDate since) {
        itIsTheMorningOf(since);
        var scene = somebodyDischargedToday();
        var address = writesTo(scene, null);
        chooses(scene.thePatient(), scene, since, null, null).then().statusCode(200);

        var begins = since.plusDays(1).atStartOfDay(Scene.NEW_YORK).toInstant();
        itIs(begins.minusSeconds(1));
        read(scene).then().body("beginnings[0].reached", hasSize(0));
        itIs(begins);
        read(scene).then().body("beginnings[0].reached.after", contains("P1D"));
        itIsTheMorningOf(since.plusDays(1));

        await().untilAsserted(() -> assertThat(Mailbox.of(address)).hasSize(1));
        itIsTheMorningOf(since.plusDays(2));
        assertThat(Mailbox.of(address)).hasSize(1);
    }

    @Test
    void whoWantsNoNotesGetsNoneAndWhoCountsAnewIsNotToldOfTheOldDays() {
        var scene = somebodyDischargedToday();
        var address = writesTo(scene, null);
        var since = today();
        chooses(scene.thePatient(), scene, since.minusDays(29), null, null)
                .then()
                .statusCode(200);
        scene.thePatient()
                .asks()
                .put(API + "/patients/" + scene.patient + "/sobriety/muting")
                .then()
                .statusCode(204);

        itIsTheMorningOf(since.plusDays(1));
        await().untilAsserted(() -> read(scene)
                .then()
                .body("muted", equalTo(true))
                .body("beginnings[0].reached.note", contains(nullValue(), equalTo("MUTED"))));
        scene.thePatient()
                .asks()
                .delete(API + "/patients/" + scene.patient + "/sobriety/muting")
                .then()
                .statusCode(204);
        chooses(scene.thePatient(), scene, since.plusDays(1), true, "*").then().statusCode(200);
        itIsTheMorningOf(since.plusDays(31));

        await().untilAsserted(() -> read(scene)
                .then()
                .body("beginnings[0].reached.after", contains("P1D", "P30D"))
                .body("beginnings[1].reached.after", contains("P1D", "P30D")));
        read(scene).then().body("muted", equalTo(false));
        await().untilAsserted(
                        () -> assertThat(Mailbox.of(address)).hasSize(1)); // of the thirty days of the new beginning
    }

    @Test
    void whoAgreedToCallsAloneIsNotCongratulatedByMail() {
        var scene = somebodyDischargedToday();
        var address = writesTo(scene, null);
        chooses(scene.thePatient(), scene, today(), null, null).then().statusCode(200);
        scene.thePatient()
                .asks()
                .header("If-Match", "*")
                .body("{\"channels\": [\"PHONE\"]}")
                .put(API + "/plans/" + scene.plan() + "/channels")
                .then()
                .statusCode(200);

        itIsTheMorningOf(today().plusDays(1));

        await().untilAsserted(() -> read(scene).then().body("beginnings[0].reached.note", contains("NO_SAFE_WAY")));
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void nobodyIsCongratulatedWhoIsInNoCareAnyMore() {
        var scene = somebodyDischargedToday();
        var address = writesTo(scene, null);
        chooses(scene.thePatient(), scene, today(), null, null).then().statusCode(200);
        SUPERVISOR
                .asks()
                .body("{\"reason\": \"DECEASED\"}")
                .post(API + "/plans/" + scene.plan() + "/closing")
                .then()
                .statusCode(200);

        itIsTheMorningOf(today().plusDays(1));

        await().untilAsserted(() -> read(scene).then().body("beginnings[0].reached.note", contains("NOT_IN_CARE")));
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void badDatesAreRefusedAndNothingIsCounted() {
        var scene = somebodyDischargedToday();

        refused(
                chooses(scene.thePatient(), scene, today().plusDays(1), null, null),
                400,
                "days-are-counted-from-a-day-that-came");
        refused(chooses(scene.thePatient(), scene, LocalDate.parse("1899-12-31"), null, null), 400, "unreadable-body");
        refused(chooses(scene.thePatient(), scene, today(), true, null), 409, "a-new-beginning-has-one-before");
        refused(
                scene.thePatient()
                        .asks()
                        .body("{\"again\": true}")
                        .put(API + "/patients/" + scene.patient + "/sobriety"),
                400,
                "invalid-request");
        read(scene).then().body("since", nullValue());
    }

    @Test
    void othersNeitherReadNorChoose() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();

        refused(chooses(other.thePatient(), scene, today(), null, null), 404, "not-found");
        for (var person : List.of(other.theClinician(), Person.at("intake"))) {
            refused(chooses(person, scene, today(), null, null), 403, "not-allowed");
            refused(person.asks().get(API + "/patients/" + scene.patient + "/sobriety"), 403, "not-allowed");
        }
    }

    private static Response read(Scene scene) {
        return SUPERVISOR.asks().get(API + "/patients/" + scene.patient + "/sobriety");
    }

    private static Response chooses(
            Person who, Scene scene, LocalDate since, @Nullable Boolean again, @Nullable String version) {
        var request = version == null ? who.asks() : who.asks().header("If-Match", version);
        return request.body(
                        again == null
                                ? "{\"since\": \"%s\"}".formatted(since)
                                : "{\"since\": \"%s\", \"again\": %s}".formatted(since, again))
                .put(API + "/patients/" + scene.patient + "/sobriety");
    }

    /** Enrollment says that mail is safe, from an hour on if one is said. */
    private String writesTo(Scene scene, @Nullable LocalTime from) {
        var address = scene.patient + "@example.org";
        var block = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> seal.seal(
                        scene.patient,
                        new ContactBlock("Maya", "Cole", null, LocalDate.parse("1990-01-01"), null, address, null)));
        Scene.say(new PatientChanged(
                scene.patient,
                "en",
                null,
                new PatientChanged.ContactRules(
                        false,
                        false,
                        true,
                        false,
                        from,
                        from == null ? null : LocalTime.of(21, 0),
                        Saying.ASK_FOR_A_CALL_BACK),
                block,
                now()));
        await().untilAsserted(() ->
                SUPERVISOR.asks().get(API + "/plans/" + scene.plan()).then().body("language", equalTo("en")));
        return address;
    }
}
