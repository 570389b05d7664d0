package org.stepwell.aftercare.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.aftercare.Problems.refused;
import static org.stepwell.aftercare.Scene.NEW_YORK;
import static org.stepwell.aftercare.Scene.SUPERVISOR;
import static org.stepwell.aftercare.Scene.itIs;
import static org.stepwell.aftercare.Scene.itIsTheMorningOf;
import static org.stepwell.aftercare.Scene.now;
import static org.stepwell.aftercare.Scene.somebodyDischargedToday;
import static org.stepwell.aftercare.Scene.today;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.aftercare.Scene;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.message.ContactSeal;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Somebody does not check in. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SilenceTest {

    static final String API = "/api/aftercare/v1";
    private static final String GOOD_WEEK = "{\"used\": false, \"suicideThoughts\": false}";
    private static final Person REVIEWER = Person.at("supervisor").who(new StaffId(Uuid7.next()));
    private static final String LAPSE = "{\"used\": true, \"suicideThoughts\": false}";

    @Inject
    ContactSeal seal;

    @Inject
    PatientContacts contacts;

    private final String address = "ada-%s@example.org".formatted(UUID.randomUUID());

    @Test
    void eachStepIsTakenOnceInItsTime() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(due.plus(Duration.ofHours(4)).minusSeconds(30));
        assertThat(steps(scene)).first().isEqualTo("MESSAGE PLANNED");
        assertThat(Mailbox.of(address)).isEmpty();

        itIs(due.plus(Duration.ofHours(4)));
        awaitSteps(scene, "MESSAGE SENT");
        assertThat(Mailbox.of(address))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject() + mail.text())
                        .contains("We would like to hear from you")
                        .doesNotContainIgnoringCase("riverside")
                        .doesNotContainIgnoringCase("check-in"));
        itIs(due.plus(Duration.ofDays(1)));
        tasks(scene).body("items.kind", contains("check-in-call"));
        scene.thePatient().asks().get(outreach(scene)).then().body("asks", nullValue());
        itIs(due.plus(Duration.ofDays(2)));
        tasks(scene).body("items.kind", contains("check-in-second-call"));
        scene.thePatient()
                .asks()
                .get(outreach(scene))
                .then()
                .statusCode(200)
                .body("asks", notNullValue())
                .body("silences", empty());
        itIs(due.plus(Duration.ofDays(3)));
        assertThat(steps(scene)).contains("SUPPORT_PERSON NO_CONSENT");
        itIs(dueAt(dayOf(due).plusDays(5)));
        tasks(scene).body("items.kind", hasItems("check-in-second-call", "check-in-visit"));
        itIs(dueAt(dayOf(due).plusDays(7)));
        tasks(scene).body("items.kind", hasItem("check-in-review"));
        itIs(dueAt(dayOf(due).plusDays(9)));

        assertThat(steps(scene))
                .containsExactly(
                        "MESSAGE SENT",
                        "CALL SUPERSEDED",
                        "SECOND_CALL SUPERSEDED",
                        "PORTAL SENT",
                        "SUPPORT_PERSON NO_CONSENT",
                        "VISIT_OR_LETTER OPEN",
                        "SUPERVISOR_REVIEW OPEN",
                        "LINKAGE_OFFER PLANNED",
                        "UNREACHABLE PLANNED");
        assertThat(Mailbox.of(address)).hasSize(1); // that of the second week was over when the clock came there
        checkIn(scene, GOOD_WEEK);
        tasks(scene).body("items.kind", not(hasItem("check-in-review")));
        assertThat(steps(scene)).noneMatch(step -> step.endsWith("OPEN"));
    }

    @Test
    void whenWeeksGoByAtOnceNothingIsSentThatIsOverAndNothingIsLost() {
        var scene = reachedByMail(null, null);
        var first = today().plusDays(7);

        itIsTheMorningOf(first.plusDays(22));

        scene.awaitSaid("check-in-missed.v1", first.plusDays(14).toString());
        await().untilAsserted(() -> assertThat(Mailbox.of(address)).hasSize(1)); // of the day before alone
        read(scene)
                .then()
                .body("silences.number", contains(4, 3, 2, 1))
                .body("silences[0].steps[0].status", equalTo("SENT"))
                .body("silences[1].steps[0].status", equalTo("SUPERSEDED"))
                .body("silences.status", contains("RUNNING", "CLIMBED", "CLIMBED", "RUNNING"));
        assertThat(steps(scene))
                .containsExactly(
                        "MESSAGE SUPERSEDED",
                        "CALL SUPERSEDED",
                        "SECOND_CALL SUPERSEDED",
                        "PORTAL SUPERSEDED",
                        "SUPPORT_PERSON SUPERSEDED",
                        "VISIT_OR_LETTER OPEN",
                        "SUPERVISOR_REVIEW OPEN",
                        "LINKAGE_OFFER DONE",
                        "UNREACHABLE PLANNED");
        tasks(scene).body("items.kind", hasItems("check-in-visit", "check-in-review"));
    }

    @Test
    void whoeverIsNamedIsAskedAndWhatOthersTakeCareOfIsDoneOnce() {
        var scene = reachedByMail(null, null);
        var person = Uuid7.next();
        Helpers.NAMED.put(scene.patient, person);
        var due = dueAt(today().plusDays(7));
        itIs(due.plus(Duration.ofDays(3)));
        read(scene)
                .then()
                .body("silences[-1].steps.find { it.kind == 'SUPPORT_PERSON' }.person", equalTo(person.toString()));
        tasks(scene).body("items.kind", hasItem("check-in-support-person"));

        attempt(scene, "SUPPORT_PERSON", "REACHED").then().statusCode(201);
        assertThat(steps(scene)).contains("SUPPORT_PERSON DONE", "SUPERVISOR_REVIEW PLANNED");
        itIs(dueAt(dayOf(due).plusDays(30)));

        assertThat(steps(scene)).contains("LINKAGE_OFFER DONE", "UNREACHABLE OPEN");
        assertThat(Helpers.OFFERED).containsOnlyOnce(scene.patient);
    }

    @Test
    void nobodyInDangerIsLetGo() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(due.plusSeconds(60));
        Broker.say(new SafetyChanged(
                "therapy", Uuid7.next(), scene.patient, scene.episode, "SUICIDE_RISK_MODERATE", true, now()));
        await().untilAsserted(() -> read(scene).then().body("silences[0].compressed", equalTo(true)));

        itIs(dueAt(dayOf(due).plusDays(30)));

        assertThat(steps(scene)).contains("UNREACHABLE OPEN");
        tasks(scene).body("items.kind", hasItem("check-in-unreachable"));
        refused(closes(SUPERVISOR, scene), 409, "danger-stands");
    }

    @Test
    void aSupervisorCallsSomebodyUnreachableFromTheThirtiethDayOn() {
        var scene = reachedByMail(null, null);
        var first = today().plusDays(7);
        refused(closes(SUPERVISOR, scene), 409, "unreachable-after-a-month");
        itIsTheMorningOf(first.plusDays(29));
        refused(closes(SUPERVISOR, scene), 409, "unreachable-after-a-month")
                .body("detail", containsString("%s on".formatted(first.plusDays(30))));
        itIs(dueAt(first.plusDays(30)));
        tasks(scene).body("items.kind", hasItem("check-in-unreachable"));
        refused(closes(scene.theClinician(), scene), 403, "supervisor-reviews");

        closes(SUPERVISOR, scene).then().statusCode(200);

        assertThat(steps(scene)).contains("LINKAGE_OFFER DONE", "UNREACHABLE DONE");
        read(scene).then().body("silences.status", everyItem(equalTo("ENDED")));
        SUPERVISOR
                .asks()
                .get(API + "/tasks?status=DONE&patient=" + scene.patient)
                .then()
                .body("items.kind", hasItem("check-in-unreachable"));
    }

    @Test
    void aSupervisorMayDecideThatSomebodyIsNotLetGo() {
        var scene = reachedByMail(null, null);
        var first = today().plusDays(7);
        itIs(dueAt(first.plusDays(30)));

        conclude(REVIEWER, scene, stepId(scene, "UNREACHABLE")).then().statusCode(200);

        scene.awaitPlan("ACTIVE");
        tasks(scene).body("items.kind", not(hasItem("check-in-unreachable")));
        closes(SUPERVISOR, scene).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                  |       | 20:00
            13:00 | 15:30 | 15:30
            """)
    void aCallIsDueAsLongAsItIsSafe(@Nullable LocalTime from, @Nullable LocalTime until, LocalTime due) {
        var scene = reachedByMail(from, until);
        var first = today().plusDays(7);

        itIs(dueAt(first.plusDays(1)));

        assertThat(Instant.parse(tasks(scene).extract().path("items[0].dueAt")))
                .isEqualTo(first.plusDays(1).atTime(due).atZone(NEW_YORK).toInstant());
    }

    @Test
    void stepsOfDaysAreDueByTheEveningOfTheNextWorkingDay() {
        var scene = reachedByMail(null, null);
        var first = today().plusDays(7);
        var next = first.plusDays(6);
        while (next.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            next = next.plusDays(1);
        }

        itIs(dueAt(first.plusDays(5)));

        assertThat(Instant.parse(tasks(scene).extract().path("items.find { it.kind == 'check-in-visit' }.dueAt")))
                .isEqualTo(next.atTime(20, 0).atZone(NEW_YORK).toInstant());
    }

    @Test
    void whoeverChecksInIsNotLookedForAnyMore() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(due.plus(Duration.ofHours(25)));
        tasks(scene).body("items.kind", contains("check-in-call"));

        checkIn(scene, GOOD_WEEK);

        tasks(scene).body("items", empty());
        read(scene).then().body("silences.status", contains("HEARD"));
        itIs(due.plus(Duration.ofDays(6)));
        tasks(scene).body("items", empty());
        assertThat(steps(scene)).filteredOn(step -> step.endsWith("STOPPED")).hasSize(8);
        itIs(dueAt(dayOf(due).plusDays(7)).plusSeconds(60));
        read(scene).then().body("silences.number", contains(1, 1));
    }

    @Test
    void whoeverChecksInBeforeTheHourIsNotLookedForAtAll() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(due.minusSeconds(3600));
        checkIn(scene, GOOD_WEEK);

        itIs(due.plus(Duration.ofDays(2)));

        read(scene).then().body("silences", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            18:30 | 20:00 | PT6H30M
            09:00 | 12:00 | PT21H
            """)
    void aMessageWaitsForAnHourThatIsSafe(LocalTime from, LocalTime until, Duration after) {
        var scene = reachedByMail(from, until);
        var due = dueAt(today().plusDays(7));
        itIs(due.plus(after).minusSeconds(30));
        assertThat(Mailbox.of(address)).isEmpty();
        assertThat(steps(scene)).first().isEqualTo("MESSAGE LEAVING");

        itIs(due.plus(after));

        awaitSteps(scene, "MESSAGE SENT");
        assertThat(Mailbox.of(address)).hasSize(1);
    }

    @Test
    void aMessageThatWaitsTooLongIsSuperseded() {
        var scene = reachedByMail(LocalTime.of(12, 30), LocalTime.of(13, 0));
        var due = dueAt(today().plusDays(7));
        checkedInWithWorry(scene, due);
        var next = dueAt(dayOf(due).plusDays(7));

        itIs(next.plus(Duration.ofHours(3)));

        awaitSteps(scene, "MESSAGE SUPERSEDED");
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void whoMayNotBeWrittenToIsCalled() {
        var scene = somebodyDischargedToday();
        var due = dueAt(today().plusDays(7));

        itIs(due.plus(Duration.ofHours(4)));
        awaitSteps(scene, "MESSAGE NO_SAFE_WAY");
        itIs(due.plus(Duration.ofHours(25)));

        assertThat(steps(scene)).contains("CALL OPEN");
    }

    @Test
    void afterALapseItIsTheSameDay() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        checkedInWithWorry(scene, due);
        var next = dueAt(dayOf(due).plusDays(7));

        itIs(next.plus(Duration.ofHours(2)));
        awaitSteps(scene, "MESSAGE SENT");
        itIs(next.plus(Duration.ofHours(6)));

        read(scene).then().body("silences[0].compressed", equalTo(true));
        tasks(scene).body("items.kind", hasItems("check-in-call", "check-in-review", "check-in-welfare"));
        List<String> dueAt = tasks(scene)
                .extract()
                .path("items.findAll { it.kind in ['check-in-review', 'check-in-welfare'] }.dueAt");
        assertThat(dueAt)
                .hasSize(2)
                .allSatisfy(at -> assertThat(Instant.parse(at))
                        .isBetween(
                                next.plus(Duration.ofHours(8)),
                                next.plus(Duration.ofHours(8).plusMinutes(5))));
    }

    @Test
    void aWarningOfAnotherServiceHastensIt() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(due.plus(Duration.ofHours(5)));
        tasks(scene).body("items", empty());

        Broker.say(new SafetyChanged(
                "therapy", Uuid7.next(), scene.patient, scene.episode, "SUICIDE_RISK_HIGH", true, now()));

        await().untilAsserted(() -> read(scene).then().body("silences[0].compressed", equalTo(true)));
        itIs(due.plus(Duration.ofHours(7)));
        tasks(scene).body("items.kind", hasItems("check-in-call", "check-in-review", "check-in-welfare"));
    }

    @Test
    void attemptsEndTheStepsThatAskForThem() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(due.plus(Duration.ofHours(25)));

        attempt(scene, "CALL", "NO_ANSWER").then().statusCode(201).body("note", equalTo("Zebulon answers."));

        assertThat(steps(scene)).contains("CALL DONE");
        itIs(due.plus(Duration.ofHours(49)));
        attempt(scene, "CALL", "NO_ANSWER").then().statusCode(201);
        assertThat(steps(scene)).contains("SECOND_CALL OPEN");
        itIs(due.plus(Duration.ofHours(53)));
        attempt(scene, "CALL", "LEFT_NEUTRAL_MESSAGE").then().statusCode(201);
        assertThat(steps(scene)).contains("SECOND_CALL DONE");
        tasks(scene).body("items", empty());
        itIs(dueAt(dayOf(due).plusDays(5)));
        attempt(scene, "LETTER", "SENT").then().statusCode(201);
        assertThat(steps(scene)).contains("VISIT_OR_LETTER DONE");
        attempt(scene, "VISIT", "REACHED").then().statusCode(201);
        assertThat(steps(scene)).contains("SUPERVISOR_REVIEW STOPPED");
        read(scene).then().body("silences.status", contains("HEARD")).body("attempts", hasSize(5));
        scene.thePatient()
                .asks()
                .get(outreach(scene))
                .then()
                .body("attempts.note.findAll { it != null }", empty())
                .body("attempts", hasSize(5));
    }

    @Test
    void aReviewIsTheSupervisors() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(dueAt(dayOf(due).plusDays(7)));
        var review = stepId(scene, "SUPERVISOR_REVIEW");

        refused(conclude(scene.theClinician(), scene, review), 403, "supervisor-reviews");
        refused(conclude(REVIEWER, scene, stepId(scene, "SECOND_CALL")), 409, "step-ends-by-an-attempt");
        refused(conclude(REVIEWER, scene, stepId(scene, "UNREACHABLE")), 409, "step-is-open");
        refused(conclude(REVIEWER, scene, Uuid7.next().toString()), 404, "not-found");
        conclude(REVIEWER, scene, review).then().statusCode(200).body("conclusion", equalTo("At sea until May."));
        refused(conclude(REVIEWER, scene, review), 409, "step-is-open");
        tasks(scene).body("items.kind", not(hasItem("check-in-review")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"way": "VISIT", "outcome": "SENT"}                                      | /outcome
            {"way": "VISIT", "outcome": "WRONG_NUMBER"}                              | /outcome
            {"way": "CALL", "outcome": "REACHED", "at": "1890-01-01T00:00:00Z"}      | /at
            {"way": "CALL", "outcome": "REACHED", "at": "2999-01-01T00:00:00Z"}      | /at
            {"way": "CALL"}                                                          | /outcome
            """)
    void anAttemptThatCanNotBeIsRefused(String body, String pointer) {
        var scene = somebodyDischargedToday();

        scene.theClinician()
                .asks()
                .body(body)
                .post(outreach(scene) + "/attempts")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void othersDoNotLookForThem() {
        var scene = somebodyDischargedToday();
        var other = somebodyDischargedToday();

        refused(other.thePatient().asks().get(outreach(scene)), 404, "not-found");
        refused(other.theClinician().asks().get(outreach(scene)), 403, "not-allowed");
        refused(
                scene.thePatient()
                        .asks()
                        .body(Map.of("way", "CALL", "outcome", "REACHED"))
                        .post(outreach(scene) + "/attempts"),
                403,
                "not-allowed");
    }

    @Test
    void aPlanThatIsClosedEndsIt() {
        var scene = reachedByMail(null, null);
        var due = dueAt(today().plusDays(7));
        itIs(due.plus(Duration.ofHours(25)));

        SUPERVISOR.asks().body("{\"reason\": \"MOVED\"}").post(API + "/plans/" + scene.plan() + "/closing");

        tasks(scene).body("items", empty());
        itIs(due.plus(Duration.ofDays(40)));
        tasks(scene).body("items", empty());
        read(scene).then().body("silences.status", contains("ENDED"));
    }

    private void checkedInWithWorry(Scene scene, Instant due) {
        itIs(due.minusSeconds(7200));
        scene.thePatient()
                .asks()
                .body(LAPSE)
                .post(API + "/plans/" + scene.plan() + "/check-ins")
                .then()
                .statusCode(201)
                .body("level", equalTo("AMBER"));
    }

    private static void checkIn(Scene scene, String body) {
        scene.thePatient()
                .asks()
                .body(body)
                .post(API + "/plans/" + scene.plan() + "/check-ins")
                .then()
                .statusCode(201);
    }

    private Scene reachedByMail(@Nullable LocalTime from, @Nullable LocalTime until) {
        var scene = somebodyDischargedToday();
        var rules = new ContactRules(true, false, true, false, from, until, Saying.ASK_FOR_A_CALL_BACK);
        var block = new ContactBlock("Ada", "Test", null, LocalDate.of(1990, 1, 1), "+15550100", address, null);
        var sealed = inRiverside(() -> seal.seal(scene.patient, block));
        Broker.say(new PatientChanged(scene.patient, "en", null, rules, sealed, now()));
        await().until(() -> inRiverside(() -> contacts.of(scene.patient)).isPresent());
        return scene;
    }

    private static <T> T inRiverside(Supplier<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static Instant dueAt(LocalDate day) {
        return day.atTime(12, 0).atZone(NEW_YORK).toInstant();
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, NEW_YORK);
    }

    private static String outreach(Scene scene) {
        return API + "/plans/" + scene.plan() + "/outreach";
    }

    private static Response read(Scene scene) {
        return scene.theClinician().asks().get(outreach(scene));
    }

    /** Of the oldest silence, or of the only one. */
    static List<String> steps(Scene scene) {
        var answer = read(scene).then().statusCode(200).extract();
        List<String> kinds = answer.path("silences[-1].steps.kind");
        List<String> statuses = answer.path("silences[-1].steps.status");
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> kinds.get(i) + " " + statuses.get(i))
                .toList();
    }

    private static String stepId(Scene scene, String kind) {
        return read(scene).path("silences[-1].steps.find { it.kind == '%s' }.id".formatted(kind));
    }

    private static void awaitSteps(Scene scene, String first) {
        await().untilAsserted(() -> assertThat(steps(scene)).first().isEqualTo(first));
    }

    private static Response closes(Person who, Scene scene) {
        return who.asks().body("{\"reason\": \"UNREACHABLE\"}").post(API + "/plans/" + scene.plan() + "/closing");
    }

    private static Response attempt(Scene scene, String way, String outcome) {
        return scene.theClinician()
                .asks()
                .body(Map.of("way", way, "outcome", outcome, "note", "Zebulon answers."))
                .post(outreach(scene) + "/attempts");
    }

    private static Response conclude(Person who, Scene scene, String step) {
        return who.asks().body(Map.of("text", "At sea until May.")).post(outreach(scene) + "/" + step + "/conclusion");
    }

    private static io.restassured.response.ValidatableResponse tasks(Scene scene) {
        scene.goesToNoTherapy(); // or somebody has to ask, which is no matter here
        return SUPERVISOR
                .asks()
                .get(API + "/tasks?patient=" + scene.patient)
                .then()
                .statusCode(200);
    }
}
