package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.PatientMerged;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What every service does with a record that was merged into another one. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MergedPatientsTest {

    private static final String PROBES = "/api/probe/v1/probes";
    private static final TaskKind CALL =
            new TaskKind("merged-call", "Call them.", List.of(Role.INTAKE), Duration.ofDays(1), false);

    private final PatientId maya = new PatientId(UUID.randomUUID());
    private final PatientId again = new PatientId(UUID.randomUUID());
    private final PatientId third = new PatientId(UUID.randomUUID());

    @Inject
    MergedPatients merged;

    @Inject
    SafetyRegister register;

    @Inject
    Tasks tasks;

    @Inject
    Sql sql;

    @Test
    void staffAreSentToTheRecordThatGoesOnAndToOthersThereIsNone() {
        var probe = made(again);

        at(() -> take(maya, again));

        Person.at("intake")
                .asks()
                .get(PROBES + "/" + probe)
                .then()
                .statusCode(409)
                .body("type", endsWith("/patient-was-merged"))
                .body("detail", containsString(maya.toString()));
        Person.at("patient")
                .who(again)
                .asks()
                .get(PROBES + "/" + probe)
                .then()
                .statusCode(404)
                .body("detail", not(containsString(maya.toString())));
        Person.at("clinician").asks().get(PROBES + "/" + probe).then().statusCode(403);
    }

    @Test
    void flagsAndTasksOfTheDuplicateGoAlong() {
        flagged(again);
        at(() -> {
            tasks.open(new Tasks.Cause(CALL, again, again, null, Instant.now()), null, Instant.now());
            return take(maya, again);
        });

        assertThat(at(() -> register.open(maya))).extracting(StandingFlag::flag).containsExactly("SUICIDE_ITEM");
        assertThat(at(() -> patientOfTask(again))).isEqualTo(maya.value());
    }

    @Test
    void aFlagThatIsHeardAfterwardsStandsWithTheRecordThatGoesOn() {
        at(() -> take(maya, again));
        flagged(again);

        assertThat(at(() -> register.open(maya))).extracting(StandingFlag::flag).containsExactly("SUICIDE_ITEM");
        assertThat(at(() -> register.open(again))).isEmpty();
    }

    @Test
    void ofTwoMergesTheSecondMayBeHeardFirst() {
        at(() -> take(third, maya));
        at(() -> take(maya, again));
        assertThat(at(() -> merged.survivorOf(again))).contains(third);
        assertThat(at(() -> merged.recordsOf(third)))
                .containsExactlyInAnyOrder(third.value(), maya.value(), again.value());

        var inOrder = new PatientId(UUID.randomUUID());
        at(() -> take(inOrder, third));
        at(() -> take(inOrder, third));
        assertThat(at(() -> merged.survivorOf(again))).contains(inOrder);
    }

    private boolean take(PatientId survivor, PatientId duplicate) {
        merged.merged(new PatientMerged(survivor, duplicate, Instant.now()));
        return true;
    }

    /** Another service says so, and it has been heard. */
    private void flagged(PatientId patient) {
        var flag = UUID.randomUUID();
        Broker.say(new SafetyChanged("therapy", flag, patient, null, "SUICIDE_ITEM", true, Instant.now()));
        await().untilAsserted(() -> assertThat(at(
                        () -> sql.one("select 1 from platform.safety_flag where id = ?", row -> row.getInt(1), flag)))
                .isPresent());
    }

    private UUID patientOfTask(PatientId subject) {
        return sql.one(
                        "select patient_id from platform.task where kind = 'merged-call' and subject = ?",
                        row -> row.getObject(1, UUID.class),
                        subject.value())
                .orElseThrow();
    }

    private static String made(PatientId patient) {
        return Person.at("intake")
                .asks()
                .body(Map.of("name", "Ada", "patient", patient.toString(), "size", 1))
                .post(PROBES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static <T> T at(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
