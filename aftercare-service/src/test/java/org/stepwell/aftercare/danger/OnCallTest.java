package org.stepwell.aftercare.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Paged;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged.OnCall;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.testing.TextsReceived;

/** Nobody takes what can not wait. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OnCallTest {

    private static final String API = "/api/aftercare/v1";
    private static final String OPIOIDS =
            "{\"used\": true, \"substances\": [\"OPIOIDS\"], \"suicideThoughts\": false, \"note\": \"Quillon.\"}";
    private static final String LAPSE = "{\"used\": true, \"suicideThoughts\": false}";

    private final String onCall = "on-call-%s@example.org".formatted(UUID.randomUUID());

    @BeforeEach
    void othersAreDone() {
        Paged.allThatOthersLeftIsTaken();
    }

    @AfterEach
    void nobodyIsOnCallForOtherTests() {
        Paged.isOnCall(null);
    }

    @Test
    void whoeverIsOnCallIsPagedEachTenMinutesUntilSomebodyTakesIt() {
        var scene = onTheThirdDay();
        Paged.isOnCall(new OnCall(null, onCall));
        checkIn(scene, OPIOIDS);
        awaitPages(1);
        for (int pages = 2; pages <= 4; pages++) {
            itIs(now().plus(Duration.ofMinutes(10)));
            awaitPages(pages);
        }
        red(scene).then().body("items[0].roles", contains("CLINICIAN", "SUPERVISOR", "CLINIC_ADMIN"));
        itIs(now().plus(Duration.ofHours(3)));
        awaitPages(5); // those that were late are not caught up on
        itIs(now().plus(Duration.ofMinutes(10)));
        awaitPages(6);

        Paged.take(red(scene).path("items[0].id"));
        itIs(now().plus(Duration.ofDays(1)));

        awaitPages(6);
        assertThat(Mailbox.of(onCall)).extracting(Mailbox.Received::id).doesNotHaveDuplicates();
        assertThat(Mailbox.of(onCall))
                .allSatisfy(page -> assertThat(page.subject() + page.text() + page.from())
                        .contains("Work waits")
                        .doesNotContain("Quillon", "Ada", scene.patient.toString())
                        .doesNotContainIgnoringCase("check-in")
                        .doesNotContainIgnoringCase("riverside"));
    }

    @Test
    void whenTheClockJumpsOverTheWholeLadderOnePageIsEnough() {
        var scene = onTheThirdDay();
        checkIn(scene, OPIOIDS);
        itIs(now().plusSeconds(60)); // who is paged then is nobody
        Paged.isOnCall(new OnCall(null, onCall));
        awaitPages(1); // at once, for what waited for nobody

        itIs(now().plus(Duration.ofHours(5)));

        awaitPages(2); // and not one for each step that the clock went over
        red(scene).then().body("items[0].roles", contains("CLINICIAN", "SUPERVISOR", "CLINIC_ADMIN"));
        Paged.take(red(scene).path("items[0].id"));
    }

    @Test
    void aPhoneIsPagedByTextMessageAndWhereThereIsNoSuchNumberByMail() {
        var phone = "+1555%06d7".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        var scene = onTheThirdDay();
        Paged.isOnCall(new OnCall(phone, onCall));

        checkIn(scene, OPIOIDS);

        await().untilAsserted(() -> assertThat(TextsReceived.of(phone))
                .singleElement()
                .satisfies(page -> assertThat(page.text()).startsWith("Work waits")));
        assertThat(Mailbox.of(onCall)).isEmpty();
        Paged.isOnCall(new OnCall("+15550100404", onCall));
        itIs(now().plus(Duration.ofMinutes(10)));
        awaitPages(1);
    }

    @Test
    void whileTheGatewayIsAwayTheMailboxIsPagedAtOnce() {
        var scene = onTheThirdDay();
        Paged.isOnCall(new OnCall("+15550100503", onCall));

        checkIn(scene, OPIOIDS);

        awaitPages(1);
        Paged.take(red(scene).path("items[0].id"));
    }

    @Test
    void whoRunsTheClinicIsToldOnceThatNobodyIsOnCallUntilSomebodyIs() {
        var scene = onTheThirdDay();
        checkIn(scene, OPIOIDS);
        String red = red(scene).path("items[0].id");
        await().untilAsserted(() -> assertThat(about(red, "nobody-on-call"))
                .singleElement()
                .satisfies(task -> assertThat(task)
                        .containsEntry("roles", List.of("CLINIC_ADMIN"))
                        .containsEntry("patient", null)));
        itIs(now().plus(Duration.ofMinutes(10)));
        itIs(now().plus(Duration.ofMinutes(30)));
        assertThat(about(red, "nobody-on-call")).hasSize(1);
        assertThat(about(red, "on-call-does-not-answer")).isEmpty();

        Paged.isOnCall(new OnCall(null, onCall));

        await().untilAsserted(() -> assertThat(about(red, "nobody-on-call")).isEmpty());
        awaitPages(1); // at once, and not at the next step
    }

    @Test
    void whoRunsTheClinicIsToldThatThereIsNoSuchMailboxUntilSomebodyTakesTheWork() {
        var scene = onTheThirdDay();
        Paged.isOnCall(new OnCall(null, Mailbox.thatIsNotThere()));
        checkIn(scene, OPIOIDS);
        String red = red(scene).path("items[0].id");
        await().untilAsserted(() -> assertThat(about(red, "nobody-on-call")).hasSize(1));

        for (int step = 1; step <= 4; step++) {
            itIs(now().plus(Duration.ofMinutes(10)));
        }
        assertThat(about(red, "nobody-on-call")).hasSize(1);
        assertThat(about(red, "on-call-does-not-answer")).isEmpty();

        Paged.take(red);

        assertThat(about(red, "nobody-on-call")).isEmpty();
    }

    @Test
    void whoRunsTheClinicIsToldWhenWhoeverIsOnCallTakesNothing() {
        var scene = onTheThirdDay();
        Paged.isOnCall(new OnCall(null, onCall));
        checkIn(scene, OPIOIDS);
        String red = red(scene).path("items[0].id");
        for (int step = 1; step <= 2; step++) {
            itIs(now().plus(Duration.ofMinutes(10)));
        }
        assertThat(about(red, "on-call-does-not-answer")).isEmpty();
        for (int step = 3; step <= 5; step++) {
            itIs(now().plus(Duration.ofMinutes(10)));
            assertThat(about(red, "on-call-does-not-answer")).hasSize(1);
        }

        Paged.take(red);

        assertThat(about(red, "on-call-does-not-answer")).isEmpty();
        assertThat(about(red, "nobody-on-call")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"used": false, "suicideThoughts": true} | SUICIDE_THOUGHTS           | suicide-thought-named
            {"used": true, "suicideThoughts": false, "medicationTaken": false} | USE_AND_MEDICATION_STOPPED | check-in-red
            {"used": true, "suicideThoughts": false, "substances": ["OPIOIDS"]} | OPIOID_USE                 | check-in-red
            {"used": true, "suicideThoughts": true, "medicationTaken": false} | SUICIDE_THOUGHTS           | check-in-red suicide-thought-named
            """)
    void eachRedRulePagesOnceForEachTaskItOpens(String body, String because, String kinds) {
        var scene = onTheThirdDay();
        Paged.isOnCall(new OnCall(null, onCall));

        checkIn(scene, body).body("level", equalTo("RED")).body("because", equalTo(because));

        var opened = List.of(kinds.split(" "));
        awaitPages(opened.size());
        assertThat(SUPERVISOR
                        .asks()
                        .get(API + "/tasks?status=OPEN&patient=" + scene.patient)
                        .<List<String>>path("items.kind"))
                .containsAll(opened)
                .filteredOn(List.of("check-in-red", "suicide-thought-named")::contains)
                .hasSameSizeAs(opened);
    }

    @Test
    void whatCanWaitPagesNobody() {
        var scene = onTheThirdDay();
        Paged.isOnCall(new OnCall(null, onCall));

        checkIn(scene, LAPSE);
        itIs(now().plus(Duration.ofDays(2)));

        assertThat(Mailbox.of(onCall)).isEmpty();
    }

    private static Scene onTheThirdDay() {
        var scene = somebodyDischargedToday();
        itIsTheMorningOf(today().plusDays(3));
        return scene;
    }

    private static ValidatableResponse checkIn(Scene scene, String body) {
        return scene.thePatient()
                .asks()
                .body(body)
                .post(API + "/plans/" + scene.plan() + "/check-ins")
                .then()
                .statusCode(201);
    }

    private void awaitPages(int pages) {
        await().untilAsserted(() -> assertThat(Mailbox.of(onCall)).hasSize(pages));
    }

    /** What an administrator has to do because of a task that pages. */
    private static List<Map<String, Object>> about(String task, String kind) {
        return Person.at("clinic-admin")
                .asks()
                .get(API + "/tasks?limit=200&kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == '%s' }".formatted(task));
    }

    private static Response red(Scene scene) {
        return SUPERVISOR.asks().get(API + "/tasks?kind=check-in-red&patient=" + scene.patient);
    }
}
