package org.stepwell.therapy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Questionnaires.ciwa;
import static org.stepwell.therapy.Questionnaires.phq9;
import static org.stepwell.therapy.Questionnaires.phq9OfTotal;
import static org.stepwell.therapy.Questionnaires.rulers;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aClinician;
import static org.stepwell.therapy.Riverside.aPatientSince;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Statements;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside.InCare;
import org.stepwell.therapy.career.CareerPage;
import org.stepwell.therapy.counselingnote.CounselingCalls;
import org.stepwell.therapy.plan.PlanCalls;

/** What is read takes as many statements however much there is to read: none is sent for each row. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ReadsTest {

    private static final int TIMES = 4;
    private static final Duration LONG_AGO = Duration.ofDays(5);

    /** Nobody is in two sessions at a time. */
    private static final Duration APART = Duration.ofHours(4);

    /** Ids rise, and what other tests left behind comes before. */
    private final UUID before = anId();

    private StaffId dora;
    private InCare ada;

    @BeforeEach
    void somebodyWhoLeavesSoon() {
        dora = aClinician();
        ada = aPatientSince(today().minusDays(40), aProgram(), dora);
        Broker.say(new DischargePlanned(
                ada.patient(),
                ada.episode(),
                today().plusDays(30),
                DischargeReason.STEP_DOWN_OUTPATIENT,
                "1",
                Instant.now()));
        await("the summary")
                .until(() -> supervisor()
                                .asks()
                                .get(API + "/episodes/" + ada.episode() + "/discharge-summary")
                                .statusCode()
                        == 200);
    }

    private record Read(int rows, int statements) {}

    @Test
    void whatIsReadTakesAsManyStatementsHoweverMuchThereIs() {
        onceMore(1);
        sends(supervisor(), ada, "CIWA-Ar", ciwa(7)).statusCode(201);
        var few = reads();
        sends(supervisor(), ada, "GAD-7", gad7()).statusCode(201);
        sends(supervisor(), ada, "PHQ-9", phq9(1, 1)).statusCode(201);
        for (int time = 2; time <= TIMES; time++) {
            onceMore(time);
        }

        var many = reads();

        few.forEach((path, before) -> {
            var after = Objects.requireNonNull(many.get(path));
            assertThat(after.rows()).as("rows of " + path).isGreaterThan(before.rows());
            assertThat(after.statements()).as("statements of " + path).isEqualTo(before.statements());
        });
    }

    /** Each page, and something on it that there is more of each time. */
    private Map<String, Read> reads() {
        var patient = "/patients/" + ada.patient();
        var episode = "/episodes/" + ada.episode();
        var pages = Map.ofEntries(
                entry(episode + "/plans", "size()"),
                entry(episode + "/measures-due", "before.size()"),
                entry(episode + "/trends", "points.flatten().size()"),
                entry(episode + "/discharge-summary", "facts.measures.size()"),
                entry(patient + "/motivation", "stages.size()"),
                entry(patient + "/twelve-step", "meetings.size()"),
                entry(patient + "/career", "applications.size()"),
                entry(patient + "/safety", "items.size()"),
                entry(patient + "/counseling-notes", "items.size()"),
                entry("/notes/mine", "items.size()"),
                entry("/notes/late?limit=200&after=" + before, "items.size()"));
        var reads = new LinkedHashMap<String, Read>();
        pages.forEach((path, rows) -> reads.put(path, read(path, rows)));
        return reads;
    }

    private Read read(String path, String rows) {
        var reader = path.endsWith("/counseling-notes") || path.equals("/notes/mine") ? clinician(dora) : supervisor();
        int some =
                reader.asks().get(API + path).then().statusCode(200).extract().path(rows);
        return new Read(some, Statements.ofReading(() -> reader.asks().get(API + path)));
    }

    /** One more of all that these pages show. */
    private void onceMore(int time) {
        PlanCalls.holds(dora, ada);
        CareerPage.aPage(ada);
        CounselingCalls.aFinalNote(dora, ada);
        sends(supervisor(), ada, "PHQ-9", phq9OfTotal(16 - time)).statusCode(201);
        sends(supervisor(), ada, "READINESS", rulers()).statusCode(201);
        tells("/stages-of-change", "{\"stage\": \"ACTION\"}");
        tells(
                "/twelve-step/meetings",
                "{\"date\": \"%s\", \"fellowship\": \"SMART_RECOVERY\", \"format\": \"ONLINE\", \"homeGroup\": false}"
                        .formatted(today()));
        attended(aSession(Instant.now().minus(LONG_AGO).minus(APART.multipliedBy(time)), dora), ada);
        await("the late notes")
                .untilAsserted(() -> supervisor()
                        .asks()
                        .get(API + "/notes/late?limit=200&after=" + before)
                        .then()
                        .body("items", hasSize(time)));
    }

    private void tells(String what, String body) {
        supervisor()
                .asks()
                .body(body)
                .post(API + "/episodes/" + ada.episode() + what)
                .then()
                .statusCode(201);
    }

    private static Map<String, Integer> gad7() {
        return IntStream.rangeClosed(1, 7).boxed().collect(Collectors.toMap(String::valueOf, _ -> 1));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }
}
