package org.stepwell.scheduling.visit;

import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admit;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.closed;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.placement;
import static org.stepwell.scheduling.visit.Visits.anHourAWeek;
import static org.stepwell.scheduling.visit.Visits.book;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.form;
import static org.stepwell.scheduling.visit.Visits.planned;
import static org.stepwell.scheduling.visit.Visits.visits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.aftercare.AftercareState.AftercareVisitsNeeded;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** Whoever left, and goes on with weekly therapy here, is booked for it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AftercareVisitsTest {

    private static final int LAST_DAY = 2;
    private static final int DAY_AFTER = 3;

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(Uuid7.next());
    private ProgramId program = new ProgramId(Uuid7.next());
    private Admitted ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));

    @BeforeEach
    void somebodyLeavesOnWednesday() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        ada = admitted(program, EVENING, monday, 540);
        planned(ada, 1, monday, anHourAWeek(dora, monday));
        discharge(ada, day(LAST_DAY));
        await().untilAsserted(() -> visits(ada, day(7)).body("needed", hasSize(0)));
    }

    @Test
    void whatAftercareAsksForIsListedAndBookedAndTheAttendanceIsTold() {
        book(ada, form(dora, day(DAY_AFTER), "10:00", "10:45"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/not-admitted"));
        asked(1, weekly(day(DAY_AFTER)));
        visits(ada, day(7))
                .body("needed.askedBy", contains("AFTERCARE"))
                .body("needed.clinician", contains(dora.toString()))
                .body("needed.missing", contains(1));
        assertThat(missing()).isEqualTo(1);
        assertThat(freeDays()).contains(day(7).toString());

        var visit = booked(ada, dora, day(DAY_AFTER), "10:00", "10:45");

        visits(ada, monday)
                .body("needed.find { it.askedBy == 'AFTERCARE' }.booked.id", contains(visit))
                .body("besides", hasSize(0));
        assertThat(kindOf(visit)).isEqualTo("AFTERCARE");
        moveTo(at(day(DAY_AFTER), "11:00"));
        closed(visit, dora, ada.patient(), "PRESENT");

        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling", ada.patient()))
                .filteredOn(said -> said.startsWith("attendance-recorded.v1"))
                .singleElement()
                .asString()
                .contains(
                        "\"group\":false",
                        "\"minutes\":45",
                        "INDIVIDUAL_THERAPY",
                        ada.episode().toString()));
    }

    @Test
    void aVisitOfAftercareCountsInNoWeekOfTheProgram() {
        asked(1, weekly(day(DAY_AFTER)));
        var visit = booked(ada, dora, day(DAY_AFTER), "10:00", "10:45");
        moveTo(at(day(DAY_AFTER), "11:00"));
        closed(visit, dora, ada.patient(), "PRESENT");

        INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/weeks/" + monday)
                .then()
                .statusCode(200)
                .body("ruleSets[0].minutes", equalTo(0))
                .body("ruleSets[0].days", equalTo(0));
    }

    @Test
    void whereAftercareAsksForNoneAnyMoreTheVisitsAheadAreCancelledAndNoneIsBooked() {
        asked(2, weekly(day(DAY_AFTER)));
        var visit = booked(ada, dora, day(8), "10:00", "10:45");

        Broker.say(new AftercareVisitsNeeded(ada.patient(), ada.episode(), 3, List.of(), now()));

        awaitStatus(visit, "CANCELLED");
        visits(ada, day(7)).body("needed", hasSize(0));
        book(ada, form(dora, day(8), "10:00", "10:45")).then().statusCode(409).body("type", endsWith("/not-admitted"));
        Broker.say(new AftercareVisitsNeeded(ada.patient(), ada.episode(), 1, List.of(weekly(day(DAY_AFTER))), now()));
        asked(4, weekly(day(14)));
        visits(ada, day(7)).body("needed", hasSize(0));
    }

    @Test
    void aCorrectedLastDayLeavesVisitsOfAftercareAndNoneIsMovedIntoTheStay() {
        asked(1, weekly(day(DAY_AFTER)));
        var visit = booked(ada, dora, day(DAY_AFTER), "10:00", "10:45");
        var later = booked(ada, dora, day(8), "10:00", "10:45");

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), day(1), DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(() -> moved(visit, day(LAST_DAY)).statusCode(200).body("taken", equalTo(1)));
        moved(visit, day(1)).statusCode(409).body("type", endsWith("/aftercare-follows-the-last-day"));
        moveTo(at(monday, "08:30")); // whatever follows from the correction is done
        awaitStatus(visit, "SCHEDULED");
        awaitStatus(later, "SCHEDULED");
        assertThat(kindOf(later)).isEqualTo("AFTERCARE");
    }

    @Test
    void aLastDayThatIsLaterMakesWhatLiesBeforeItVisitsOfTheStay() {
        asked(1, weekly(day(DAY_AFTER)));
        var before = booked(ada, dora, day(DAY_AFTER), "10:00", "10:45");
        var after = booked(ada, dora, day(15), "10:00", "10:45");

        Broker.say(new DischargeCorrected(
                ada.patient(), ada.episode(), day(10), DischargeReason.COMPLETED_GOALS_MET, null, now()));

        await().untilAsserted(() -> assertThat(kindOf(before)).isEqualTo("VISIT"));
        assertThat(kindOf(after)).isEqualTo("AFTERCARE");
        awaitStatus(after, "SCHEDULED");
        moveTo(at(day(DAY_AFTER), "11:00"));
        closed(before, dora, ada.patient(), "PRESENT");
        INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/weeks/" + monday)
                .then()
                .body("ruleSets[0].minutes", equalTo(45));
    }

    @Test
    void whoeverIsAdmittedAgainHasTheHoursOfTheStayAndNoneOfAftercare() {
        aGroup(program, 12, aClinician(), day(7), from18To21On(TUESDAY));
        asked(1, weekly(day(DAY_AFTER)));
        var before = booked(ada, dora, day(4), "10:00", "10:45");
        var atTheGroupsHour = booked(ada, dora, day(8), "18:30", "19:30");

        var again = new Admitted(ada.patient(), new EpisodeId(Uuid7.next()));
        admit(again, program, EVENING, day(7), 540);
        placement(again).then().body("groups", hasSize(1));

        awaitStatus(atTheGroupsHour, "CANCELLED");
        Broker.say(new AftercareVisitsNeeded(ada.patient(), ada.episode(), 2, List.of(), now()));
        awaitStatus(before, "CANCELLED");
        planned(again, 1, day(7), anHourAWeek(dora, day(7)));
        visits(again, day(7))
                .body("episode", equalTo(again.episode().toString()))
                .body("needed.askedBy", contains("THERAPY"));
        assertThat(kindOf(booked(again, dora, day(9), "10:00", "11:00"))).isEqualTo("VISIT");
    }

    private LocalDate day(int after) {
        return monday.plusDays(after);
    }

    private VisitNeed weekly(LocalDate from) {
        return new VisitNeed(Modality.INDIVIDUAL_THERAPY, 45, 1, 1, dora, from, null);
    }

    /** Aftercare asks for something; returns once it is known in the week of its first day. */
    private void asked(int version, VisitNeed need) {
        Broker.say(new AftercareVisitsNeeded(ada.patient(), ada.episode(), version, List.of(need), now()));
        await().untilAsserted(() -> visits(ada, monday.plusWeeks(ChronoUnit.WEEKS.between(monday, need.from())))
                .body("needed.askedBy", hasItem("AFTERCARE")));
    }

    private static ValidatableResponse moved(String visit, LocalDate day) {
        return INTAKE.asks()
                .body(Map.of("day", day.toString(), "from", "14:00", "to", "14:45"))
                .put(API + "sessions/" + visit + "/hours")
                .then();
    }

    private int missing() {
        return INTAKE.asks()
                .get(API + "visits/missing?limit=200&on=" + day(7))
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.episode == '%s' }.missing.size()".formatted(ada.episode()));
    }

    private List<String> freeDays() {
        return INTAKE.asks()
                .get(API + "patients/" + ada.patient() + "/visits/free-times?minutes=45&remote=true&clinician=" + dora
                        + "&from=" + day(1) + "&to=" + day(8))
                .then()
                .statusCode(200)
                .extract()
                .path("day");
    }

    private String kindOf(String visit) {
        return INTAKE.asks()
                .get(API + "sessions/" + visit)
                .then()
                .statusCode(200)
                .extract()
                .path("roster.find { it.patient == '%s' }.kind".formatted(ada.patient()));
    }

    private static void awaitStatus(String session, String status) {
        await().untilAsserted(() -> INTAKE.asks()
                .get(API + "sessions/" + session)
                .then()
                .statusCode(200)
                .body("session.status", equalTo(status)));
    }
}
