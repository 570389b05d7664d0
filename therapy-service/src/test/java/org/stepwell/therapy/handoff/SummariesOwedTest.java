package org.stepwell.therapy.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.admission;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.clockAt;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.supervisor;
import static org.stepwell.therapy.Riverside.treatedFirstBy;
import static org.stepwell.therapy.handoff.Goodbyes.aText;
import static org.stepwell.therapy.handoff.Goodbyes.asBegins;
import static org.stepwell.therapy.handoff.Goodbyes.asks;
import static org.stepwell.therapy.handoff.Goodbyes.awaitLeft;
import static org.stepwell.therapy.handoff.Goodbyes.awaitSummary;
import static org.stepwell.therapy.handoff.Goodbyes.isSignedBy;
import static org.stepwell.therapy.handoff.Goodbyes.leaves;
import static org.stepwell.therapy.handoff.Goodbyes.leftOtherwise;
import static org.stepwell.therapy.handoff.Goodbyes.planned;
import static org.stepwell.therapy.handoff.Goodbyes.stays;
import static org.stepwell.therapy.handoff.Goodbyes.task;
import static org.stepwell.therapy.handoff.Goodbyes.today;
import static org.stepwell.therapy.handoff.Goodbyes.writes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;

/** A summary begins as the end is in sight, and is somebody's work until it is signed. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SummariesOwedTest {

    /** The clock goes on while the test does. */
    private static final Duration JUST_BEFORE = Duration.ofMinutes(10);

    private static final String DUE = "discharge-summary-due";

    @Inject
    Sql sql;

    private StaffId dora;
    private InCare ada;
    private LocalDate today;

    @BeforeEach
    void aPatient() {
        dora = aClinician();
        ada = aPatientOf(dora);
        today = today();
    }

    @AfterEach
    void theClockGoesBack() {
        clockAt(Instant.now());
    }

    @Test
    void aPlannedDischargeBeginsADraftThatIsAskedForAsTheLastDayBegins() {
        treatedFirstBy(ada, dora);
        assertThat(asks(supervisor(), ada).statusCode()).isEqualTo(404);

        planned(ada, today.plusDays(10));

        awaitSummary(ada, "status", "DRAFT")
                .body("dueOn", equalTo(today.plusDays(17).toString()))
                .body("facts.stay.lastDay", equalTo(today.plusDays(10).toString()))
                .body("facts.stay.left", equalTo(false))
                .body("facts.stay.reason", equalTo("COMPLETED_GOALS_MET"))
                .body("facts.stay.plannedNextLevel", equalTo("1"))
                .body("says", nullValue());
        clockAt(asBegins(today.plusDays(10)).minus(JUST_BEFORE));
        assertThat(task(DUE, ada, "OPEN")).isNull();
        clockAt(asBegins(today.plusDays(10)));
        assertThat(task(DUE, ada, "OPEN"))
                .containsEntry("staff", dora.toString())
                .containsEntry(
                        "dueAt", asBegins(today.plusDays(18)).minusSeconds(1).toString())
                .containsEntry("overdue", false);
    }

    @Test
    void whoeverLeavesWithoutAPlanOwesASummaryToThemAtOnceAndTheSupervisorsAWeekLater() {
        treatedFirstBy(ada, dora);
        leaves(ada, today, DischargeReason.AGAINST_ADVICE, null);

        awaitLeft(ada).body("facts.stay.reason", equalTo("AGAINST_ADVICE"));
        await("the task").until(() -> task(DUE, ada, "OPEN") != null);
        assertThat(task(DUE, ada, "OPEN"))
                .containsEntry("staff", dora.toString())
                .containsEntry("roles", List.of());

        clockAt(Instant.now().plusSeconds(7 * 86_400L + 60));
        assertThat(task(DUE, ada, "OPEN")).containsEntry("roles", List.of("SUPERVISOR"));
    }

    @Test
    void whoWorksHereNoMoreOwesNothing() {
        treatedFirstBy(ada, dora);
        Broker.say(new StaffChanged(dora, List.of("LCSW"), false, null, Instant.now()));
        await("she left")
                .until(() -> inClinic(
                        () -> sql.one("select 1 from staff where id = ? and not active", row -> 1, dora.value())
                                .isPresent()));

        leaves(ada, today);

        await("the task").until(() -> task(DUE, ada, "OPEN") != null);
        assertThat(task(DUE, ada, "OPEN")).containsEntry("roles", List.of("SUPERVISOR"));
    }

    @Test
    void aSummaryThatNobodySignedInTimeIsListedUntilItIs() {
        leaves(ada, today);
        awaitLeft(ada);
        await("the task").until(() -> task(DUE, ada, "OPEN") != null);
        assertThat(line(supervisor(), "status=OWED"))
                .containsEntry("left", true)
                .containsEntry("written", false);

        clockAt(asBegins(today.plusDays(8)).minus(JUST_BEFORE));
        assertThat(line(supervisor(), "status=OVERDUE")).isNull();
        clockAt(asBegins(today.plusDays(8)));

        for (var who : List.of(supervisor(), clinician(dora), Person.at("intake"), Person.at("clinic-admin"))) {
            assertThat(line(who, "status=OVERDUE"))
                    .containsEntry("patient", ada.patient().toString())
                    .containsEntry("dueOn", today.plusDays(7).toString())
                    .containsKey("overdueSince");
        }
        assertThat(line(clinician(aClinician()), "status=OVERDUE")).isNull();
        assertThat(task(DUE, ada, "OPEN")).containsEntry("overdue", true);

        isSignedBy(dora, ada).body("overdueSince", nullValue());
        assertThat(line(supervisor(), "")).isNull();
        assertThat(task(DUE, ada, "DONE")).isNotNull();
    }

    @Test
    void whoeverStaysLeavesNoDraftBehindAndNothingIsAskedFor() {
        planned(ada, today.plusDays(2));
        awaitSummary(ada, "status", "DRAFT");

        stays(ada);

        awaitSummary(ada, "status", "WITHDRAWN").body("dueOn", nullValue());
        clockAt(asBegins(today.plusDays(2)));
        assertThat(task(DUE, ada, "OPEN")).isNull();
        writes(clinician(dora), ada, aText()).statusCode(409);
        planned(ada, today.plusDays(30));
        awaitSummary(ada, "status", "DRAFT");
    }

    @Test
    void whatWasWrittenIsThereWhenTheyLeaveAfterAll() {
        planned(ada, today);
        awaitSummary(ada, "status", "DRAFT");
        await("the task").until(() -> task(DUE, ada, "OPEN") != null);
        writes(clinician(dora), ada, aText()).statusCode(200);

        stays(ada);
        awaitSummary(ada, "dueOn", null)
                .body("status", equalTo("DRAFT"))
                .body("says.reasons", equalTo("The goals are met."));
        assertThat(task(DUE, ada, "WITHDRAWN")).isNotNull();
        assertThat(line(supervisor(), "")).isNull();

        leaves(ada, today);
        awaitLeft(ada).body("says.reasons", equalTo("The goals are met."));
        await("the task").until(() -> task(DUE, ada, "OPEN") != null);
    }

    @Test
    void anotherDayIsAskedForOnThatDay() {
        planned(ada, today);
        await("the task").until(() -> task(DUE, ada, "OPEN") != null);

        planned(ada, today.plusDays(20));
        await("the later day").until(() -> task(DUE, ada, "WITHDRAWN") != null);
        clockAt(asBegins(today.plusDays(20)));
        assertThat(task(DUE, ada, "OPEN")).isNotNull();
    }

    @Test
    void whoeverHasTheTaskKeepsItWhenThePatientLeftEarlierThanWasSaid() {
        leaves(ada, today);
        await("the task").until(() -> task(DUE, ada, "OPEN") != null);
        var task = String.valueOf(Objects.requireNonNull(task(DUE, ada, "OPEN")).get("id"));
        supervisor()
                .asks()
                .post(API + "/tasks/" + task + "/acknowledgement")
                .then()
                .statusCode(200);

        leftOtherwise(ada, today.minusDays(3), DischargeReason.NO_CONTACT);

        awaitSummary(ada, "dueOn", today.plusDays(4)).body("facts.stay.reason", equalTo("NO_CONTACT"));
        assertThat(task(DUE, ada, "ACKNOWLEDGED"))
                .containsEntry("id", task)
                .containsEntry(
                        "dueAt", asBegins(today.plusDays(5)).minusSeconds(1).toString());
    }

    @Test
    void beingAskedForItOrFoundLateSendsNobodysTextBack() {
        planned(ada, today.plusDays(1));
        var begun = awaitSummary(ada, "status", "DRAFT").extract().header("ETag");
        clockAt(asBegins(today.plusDays(1)));
        assertThat(task(DUE, ada, "OPEN")).isNotNull();
        writes(clinician(dora), ada, begun, aText()).statusCode(200);

        leaves(ada, today.plusDays(1));
        var left = awaitLeft(ada).extract().header("ETag");
        clockAt(asBegins(today.plusDays(9)));

        assertThat(line(supervisor(), "status=OVERDUE")).isNotNull();
        writes(clinician(dora), ada, left, aText()).statusCode(200);
    }

    @Test
    void ofWhoeverNeverCameThereIsNothingToSay() {
        planned(ada, today.plusDays(2));
        awaitSummary(ada, "status", "DRAFT");

        leaves(ada, today.minusDays(1), null, null);

        awaitSummary(ada, "status", "WITHDRAWN");
        assertThat(line(supervisor(), "")).isNull();
    }

    @Test
    void whoeverIsBackHasASummaryOfTheirOwnForEachStay() {
        leaves(ada, today);
        awaitLeft(ada);
        isSignedBy(dora, ada).body("status", equalTo("SIGNED"));
        var next = new InCare(ada.patient(), new EpisodeId(anId()));
        Broker.say(admission(next.patient(), next.episode(), new ProgramId(anId())));

        planned(next, today.plusDays(60));

        awaitSummary(next, "status", "DRAFT").body("says", nullValue());
        asks(clinician(dora), ada).then().body("status", equalTo("SIGNED"));
    }

    @Test
    void theListIsReadPageByPage() {
        var other = aPatientOf(dora);
        for (var who : List.of(ada, other)) {
            leaves(who, today);
            awaitLeft(who);
        }
        var first = page(clinician(dora), "limit=1");
        assertThat(first.getList("items.episode")).containsExactly(ada.episode().toString());

        var second = page(clinician(dora), "limit=1&after=" + first.getString("after"));

        assertThat(second.getList("items.episode"))
                .containsExactly(other.episode().toString());
        assertThat(second.getString("after")).isNull();
        clinician(dora)
                .asks()
                .get(API + "/discharge-summaries?status=perhaps")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("status"));
    }

    /** The line about Ada, as somebody finds it. */
    private @Nullable Map<String, Object> line(Person who, String query) {
        return page(who, "limit=200&" + query).getMap("items.find { it.episode == '%s' }".formatted(ada.episode()));
    }

    private static JsonPath page(Person who, String query) {
        return who.asks()
                .get(API + "/discharge-summaries?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
