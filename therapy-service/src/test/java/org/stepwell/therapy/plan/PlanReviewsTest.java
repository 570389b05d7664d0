package org.stepwell.therapy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.discharged;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.plan.PlanCalls.aForm;
import static org.stepwell.therapy.plan.PlanCalls.answers;
import static org.stepwell.therapy.plan.PlanCalls.holds;
import static org.stepwell.therapy.plan.PlanCalls.patient;
import static org.stepwell.therapy.plan.PlanCalls.signsOnceKnown;
import static org.stepwell.therapy.plan.PlanCalls.writes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.enrollment.EnrollmentFact.TrackChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.Id;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** A plan is asked for when it is due, or when something happened that it does not know of. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlanReviewsTest {

    /** The clock goes on while the test does. */
    private static final Duration JUST_BEFORE = Duration.ofMinutes(10);

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Inject
    Sql sql;

    private StaffId dora;
    private InCare ada;
    private LocalDate review;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
        review = LocalDate.now(NEW_YORK).plusDays(30);
        asked("NO_PLAN_YET", LocalDate.EPOCH.plusDays(7));
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void whoeverWasAdmittedWithoutAPlanIsSomebodysTaskUntilOneIsSigned() {
        assertThat(task("OPEN")).containsEntry("roles", List.of("SUPERVISOR"));

        holds(dora, ada);

        assertThat(task("DONE")).isNotNull();
    }

    @Test
    void aPlanIsReviewedAMonthLaterByThePrimaryClinician() {
        holds(dora, ada);
        treatedFirstBy(dora);
        clockAt(review.atStartOfDay(NEW_YORK).toInstant().minus(JUST_BEFORE));
        assertThat(task("DONE")).isNotNull();

        clockAt(review.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));

        asked("PERIODIC", review);
        assertThat(task("OPEN")).containsEntry("staff", dora.toString());
    }

    @Test
    void aWarningAsksForALookWithinThreeDays() {
        holds(dora, ada);

        warned();

        asked("SAFETY", review.minusDays(27));
        assertThat(task("OPEN")).isNotNull();
        holds(dora, ada, aForm(dora));
        assertThat(task("DONE")).isNotNull();
    }

    @Test
    void afterARelapseTheClinicianAsksForALook() {
        holds(dora, ada);

        asks(clinician(dora))
                .statusCode(200)
                .body("reason", equalTo("CLINICAL_REVIEW"))
                .body("dueOn", equalTo(review.minusDays(27).toString()));

        asked("CLINICAL_REVIEW", review.minusDays(27));
        assertThat(task("OPEN")).isNotNull();
        asks(clinician(dora))
                .statusCode(200)
                .body("dueOn", equalTo(review.minusDays(27).toString()));
        holds(dora, ada, aForm(dora));
        assertThat(task("DONE")).isNotNull();
    }

    @Test
    void aLookIsAskedForByWhoeverTreatsThemWhileTheyAreIn() {
        for (var who : List.of(patient(ada), Person.at("intake"), clinician(aClinician()))) {
            asks(who).statusCode(403);
        }
        asks(Person.of("supervisor", Person.HARBOR).who(dora)).statusCode(404);
        asks(clinician(dora)).statusCode(200).body("reason", equalTo("NO_PLAN_YET"));
        discharged(ada);

        await("the discharge")
                .untilAsserted(() ->
                        asks(clinician(dora)).statusCode(409).body("type", endsWith("/problems/planned-while-in")));
    }

    private ValidatableResponse asks(Person who) {
        return who.asks()
                .post(API + "/episodes/" + ada.episode() + "/plan-reviews")
                .then();
    }

    @Test
    void anotherTrackAndANewDiagnosisAskForALook() {
        holds(dora, ada);
        var later = Instant.now();

        Broker.say(new TrackChanged(ada.patient(), ada.episode(), "MORNING", review.minusDays(30), later));
        asked("TRACK_CHANGED", review.minusDays(27));
        Broker.say(diagnosed(later));

        asked("NEW_DIAGNOSIS", review.minusDays(27));
    }

    @Test
    void aTrackThatChangesLaterAsksForALookAsItDoes() {
        holds(dora, ada);
        var from = review.minusDays(20);
        Broker.say(new TrackChanged(ada.patient(), ada.episode(), "MORNING", from, Instant.now()));
        known("select reason from plan_review_cause where episode_id = ?", ada.episode());
        assertThat(task("OPEN")).isNull();

        clockAt(from.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));

        asked("TRACK_CHANGED", from.plusDays(3));
    }

    @Test
    void aWarningThatIsNewerThanTheTextIsStillAskedForOnceThePatientHasSigned() {
        writes(clinician(dora), ada, aForm(dora), "").statusCode(200);
        signsOnceKnown(dora, ada);
        warned();

        answers(patient(ada), ada, Map.of("answer", "SIGNED")).statusCode(200).body("status", equalTo("SIGNED"));

        asked("SAFETY", review.minusDays(27));
        assertThat(task("OPEN")).isNotNull();
    }

    @Test
    void aWarningThatIsRaisedAgainAsksForALookAtThePlanThatWasSignedInBetween() {
        warned();
        holds(dora, ada);
        assertThat(task("OPEN")).isNull();

        warned();

        asked("SAFETY", review.minusDays(27));
    }

    @Test
    void aReviewThatNobodyBeganBeginsWithWhatHappens() {
        inClinic(() -> sql.update(
                "delete from plan_review where episode_id = ?", ada.episode().value()));

        holds(dora, ada);

        clockAt(review.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));
        asked("PERIODIC", review);
    }

    @Test
    void aDiagnosisThatThePlanKnewOfAsksForNothing() {
        var before = Instant.now().minusSeconds(60);
        holds(dora, ada);

        Broker.say(diagnosed(before));
        Broker.say(new TrackChanged(ada.patient(), ada.episode(), "MORNING", review.minusDays(30), Instant.now()));

        asked("TRACK_CHANGED", review.minusDays(27));
        assertThat(said()).noneMatch(one -> one.contains("NEW_DIAGNOSIS"));
    }

    @Test
    void nobodyIsAskedAboutSomebodyWhoIsAwayUntilTheyAreBack() {
        holds(dora, ada);
        Broker.say(new EpisodeHeld(
                ada.patient(), ada.episode(), review.minusDays(5), review.plusDays(5), null, Instant.now()));
        known("select held_from from episode where id = ?", ada.episode());
        clockAt(review.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));
        assertThat(task("DONE")).isNotNull();

        var back = review.plusDays(2);
        Broker.say(new EpisodeResumed(ada.patient(), ada.episode(), back, back.plusDays(60), Instant.now()));
        clockAt(back.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));

        asked("PERIODIC", back);
    }

    @Test
    void afterADischargeNothingIsAskedForAnyMore() {
        discharged(ada);

        await("the discharge").untilAsserted(() -> assertThat(task("WITHDRAWN")).isNotNull());
        clockAt(review.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));
        assertThat(said()).noneMatch(one -> one.contains("PERIODIC"));
    }

    @Test
    void whatIsDueOnTheDayAfterTheLastOneIsNeitherAskedNorTold() {
        holds(dora, ada);
        discharged(ada, review.minusDays(1));

        clockAt(review.atStartOfDay(NEW_YORK).toInstant().plusSeconds(1));

        assertThat(said()).noneMatch(one -> one.contains("PERIODIC"));
        assertThat(task("OPEN")).isNull();
        assertThat(task("WITHDRAWN")).isNull();
    }

    private void warned() {
        supervisor()
                .asks()
                .body(Map.of("episode", ada.episode(), "instrument", "PHQ-9", "answers", all(3)))
                .post(API + "/patients/" + ada.patient() + "/measures")
                .then()
                .statusCode(201);
    }

    /** A diagnosis made at a time. */
    private DiagnosisChanged diagnosed(Instant since) {
        return new DiagnosisChanged(
                ada.patient(),
                List.of(new DiagnosisChanged.Standing(new DiagnosisId(UUID.randomUUID()), "F32.1", null, since)),
                since);
    }

    private void treatedFirstBy(StaffId staff) {
        Broker.say(new CareTeamChanged(
                ada.patient(),
                ada.episode(),
                List.of(new CareTeamChanged.Member(staff, CareTeamChanged.Role.PRIMARY_CLINICIAN)),
                Instant.now()));
        known("select primary_clinician_id from patient where id = ?", ada.patient());
    }

    /** Waits until what was said of somebody is known. */
    private void known(String query, Id of) {
        await(query)
                .until(() -> inClinic(() -> sql.one(query, row -> row.getString(1) != null, of.value())
                        .orElse(false)));
    }

    private static <T> T inClinic(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }

    private void asked(String reason, LocalDate on) {
        await("review-due because of " + reason)
                .untilAsserted(() -> assertThat(said())
                        .filteredOn(one -> one.contains(reason))
                        .singleElement()
                        .asString()
                        .startsWith("review-due.v1")
                        .contains(ada.episode().toString(), on.toString()));
    }

    private List<String> said() {
        return Broker.said("stepwell.therapy", ada.patient());
    }

    private @Nullable Map<String, Object> task(String status) {
        return supervisor()
                .asks()
                .get(API + "/tasks?limit=200&kind=plan-review-due&status=" + status + "&patient=" + ada.patient())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items[0]");
    }

    private static List<Map<String, Object>> all(int value) {
        return IntStream.rangeClosed(1, 9)
                .<Map<String, Object>>mapToObj(item -> Map.of("item", String.valueOf(item), "value", value))
                .toList();
    }
}
