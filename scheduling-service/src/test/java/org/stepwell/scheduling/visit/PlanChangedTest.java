package org.stepwell.scheduling.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.discharge;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.visit.Visits.anHourAWeek;
import static org.stepwell.scheduling.visit.Visits.booked;
import static org.stepwell.scheduling.visit.Visits.planned;
import static org.stepwell.scheduling.visit.Visits.visits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyState.VisitsNeeded;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.Riverside.Admitted;

/** What becomes of visits that are booked when the plan, or the stay, is another one. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlanChangedTest {

    private LocalDate monday = LocalDate.EPOCH;
    private StaffId dora = new StaffId(Uuid7.next());
    private ProgramId program = new ProgramId(Uuid7.next());
    private Admitted ada = new Admitted(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()));

    @BeforeEach
    void somebodyHasAPlan() {
        monday = onAFreshMonday();
        dora = aClinician();
        program = aProgram(NINE_HOURS);
        ada = admitted(program, EVENING, monday, 540);
        planned(ada, 1, monday, anHourAWeek(dora, monday));
    }

    @Test
    void whatTheNextPlanDoesNotAskForStaysIsListedAndIsATask() {
        var visit = booked(ada, dora, monday.plusDays(1), "10:00", "11:00");
        assertThat(tasks()).isEmpty();

        planned(
                ada,
                2,
                monday,
                new VisitNeed(Modality.MEDICATION_MANAGEMENT, 30, 1, 4, null, monday, monday.plusWeeks(8)));

        await().untilAsserted(() -> assertThat(tasks()).containsExactly("OPEN"));
        visits(ada, monday)
                .body("besides.id", contains(visit))
                .body("besides.status", contains("SCHEDULED"))
                .body("needed.modality", contains("MEDICATION_MANAGEMENT"))
                .body("needed.through", contains(monday.plusDays(27).toString()));

        planned(ada, 3, monday, anHourAWeek(null, monday));

        await().untilAsserted(() -> assertThat(tasks()).isEmpty());
        visits(ada, monday).body("needed.missing", contains(0)).body("besides", hasSize(0));
    }

    @Test
    void anAdmissionAsksForNoVisitsUntilAPlanDoes() {
        var bea = admitted(program, EVENING, monday, 540);
        visits(bea, monday).body("needed", hasSize(0)).body("besides", hasSize(0));

        planned(bea, 1, monday, anHourAWeek(dora, monday));

        visits(bea, monday)
                .body("needed.modality", contains("INDIVIDUAL_THERAPY"))
                .body("needed.missing", contains(1));
    }

    @Test
    void anOlderPlanThatIsToldLateChangesNothing() {
        planned(ada, 3, monday);
        Broker.say(new VisitsNeeded(ada.patient(), ada.episode(), 2, List.of(anHourAWeek(dora, monday)), now()));
        planned(admitted(program, EVENING, monday, 540), 1, monday, anHourAWeek(dora, monday));

        visits(ada, monday).body("needed", hasSize(0));
    }

    @Test
    void whoeverIsAwayHasNoVisitsAndTheClinicianIsFree() {
        var before = booked(ada, dora, monday.plusDays(1), "10:00", "11:00");
        var during = booked(ada, dora, monday.plusDays(8), "10:00", "11:00");

        Broker.say(new EpisodeHeld(
                ada.patient(), ada.episode(), monday.plusDays(3), monday.plusDays(30), monday.plusDays(30), now()));

        awaitStatus(during, "CANCELLED");
        awaitStatus(before, "SCHEDULED");
        visits(ada, monday.plusDays(7)).body("needed", hasSize(0));
        booked(admitted(program, EVENING, monday, 540), dora, monday.plusDays(8), "10:00", "11:00");
        await().untilAsserted(() -> assertThat(Broker.said("stepwell.scheduling.state", "session/" + during))
                .last()
                .asString()
                .contains("CANCELLED"));
    }

    @Test
    void whoeverIsDischargedHasNoVisitsAfterTheLastDay() {
        var before = booked(ada, dora, monday.plusDays(1), "10:00", "11:00");
        var after = booked(ada, dora, monday.plusDays(8), "10:00", "11:00");

        discharge(ada, monday.plusDays(4));

        awaitStatus(after, "CANCELLED");
        awaitStatus(before, "SCHEDULED");
        visits(ada, monday).body("needed.missing", contains(0));
        visits(ada, monday.plusDays(7)).body("needed", hasSize(0));
    }

    private static void awaitStatus(String session, String status) {
        await().untilAsserted(() -> INTAKE.asks()
                .get(API + "sessions/" + session)
                .then()
                .statusCode(200)
                .body("session.status", equalTo(status)));
    }

    private List<String> tasks() {
        return INTAKE.asks()
                .get(API + "tasks?kind=visits-not-needed&patient=" + ada.patient())
                .then()
                .statusCode(200)
                .extract()
                .path("items.status");
    }
}
