package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** The promises of an event's way, over a real database and a real broker. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EventWayTest {

    private static final String TOPIC = "stepwell.enrollment";

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    private final PatientId maya = new PatientId(UUID.randomUUID());

    @Test
    void whatIsCommittedIsHeardOnceAndInOrder() {
        for (int i = 0; i < 20; i++) {
            commit(planned(maya, i));
        }

        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(20));
        assertThat(numbers(maya)).containsExactlyElementsOf(oneTo(20));
    }

    @Test
    void whatIsRolledBackIsNeverHeard() {
        inRiverside(() -> {
            QuarkusTransaction.begin();
            outbox.append(planned(maya, 1));
            QuarkusTransaction.rollback();
            return maya;
        });
        commit(cancelled(maya));

        await().untilAsserted(() -> assertThat(seen(maya)).containsExactly("discharge-plan-cancelled.v1"));
        assertThat(numbers(maya)).containsExactly(1L);
    }

    @Test
    void numbersAreDrawnInTheOrderOfCommits() throws Exception {
        try (var clerks = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 200; i++) {
                int day = i;
                work.add(() -> commit(planned(maya, day)));
            }
            for (var done : clerks.invokeAll(work)) {
                assertThat(done).succeedsWithin(java.time.Duration.ofSeconds(10));
            }
        }

        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(200));
        assertThat(numbers(maya)).containsExactlyElementsOf(oneTo(200));
    }

    @Test
    void twoTransactionsThatSayThingsAboutTheSamePatientsNeverWaitInACircle() throws Exception {
        var otto = new PatientId(UUID.randomUUID());
        try (var clerks = Executors.newFixedThreadPool(2)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 100; i++) {
                int day = i;
                work.add(() -> commit(planned(maya, day), planned(otto, day)));
                work.add(() -> commit(planned(otto, day), planned(maya, day)));
            }
            for (var done : clerks.invokeAll(work)) {
                done.get();
            }
        }

        await().untilAsserted(() -> assertThat(seen(otto)).hasSize(200));
        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(200));
    }

    @Test
    void aRepeatedEventHasOneEffect() {
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 2);
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 2);
        Broker.say(Person.RIVERSIDE, planned(maya, 3), 3);

        await().untilAsserted(() -> assertThat(cursor(maya)).isEqualTo(3));
        assertThat(seen(maya)).hasSize(3);
    }

    @Test
    void everyEventTwiceAndShuffledAcrossPatientsHasEachEffectOnce() {
        var people = new ArrayList<PatientId>();
        for (int i = 0; i < 12; i++) {
            people.add(new PatientId(UUID.randomUUID()));
        }
        var turns = new ArrayList<Integer>();
        for (int turn = 0; turn < 10 * people.size() * 2; turn++) {
            turns.add(turn % people.size());
        }
        Collections.shuffle(turns, new Random(42));
        var told = new int[people.size()];
        for (int who : turns) {
            int number = told[who]++ / 2 + 1;
            Broker.say(Person.RIVERSIDE, planned(people.get(who), number), number);
        }

        for (var patient : people) {
            await().untilAsserted(() -> assertThat(cursor(patient)).isEqualTo(10));
            assertThat(seen(patient)).hasSize(10);
        }
    }

    @Test
    void whatIsBeyondAGapWaitsAndFollowsWhenTheMissingOneComes() {
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, planned(maya, 3), 3);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 4);
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(2));
        assertThat(seen(maya)).hasSize(1);

        Broker.say(Person.RIVERSIDE, planned(maya, 2), 2);

        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(4));
        assertThat(parked(maya)).isZero();
        assertThat(cursor(maya)).isEqualTo(4);
    }

    @Test
    void aReplayGoesOnWithoutAMissingNumberOnlyWhereItIsToldTo() {
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, planned(maya, 3), 3);
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(1));

        for (int i = 0; i < 2; i++) {
            replay(maya)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("/number-missing"))
                    .body("errors[0].pointer", equalTo("/from"));
        }
        assertThat(seen(maya)).hasSize(1);

        replay(maya, Map.of("from", 4)).then().statusCode(409);
        replay(maya, Map.of("from", 3)).then().statusCode(200).body("records", equalTo(1));
        assertThat(seen(maya)).hasSize(2);
        assertThat(cursor(maya)).isEqualTo(3);
    }

    @Test
    void whatListenersWaitForIsTriedAgainUntilItIsThere() {
        ProbeListener.WAITS.put(maya, new java.util.concurrent.atomic.AtomicInteger(5));
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 2);

        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(2));
        assertThat(ProbeListener.WAITS.get(maya)).hasValueLessThanOrEqualTo(0);
        assertThat(parked(maya)).isZero();
    }

    @Test
    void anEventThatFailsHoldsBackItsPatientOnlyUntilOpsReplayIt() {
        var otto = new PatientId(UUID.randomUUID());
        ProbeListener.STUMBLE_OVER.add(maya);
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 2);
        Broker.say(Person.RIVERSIDE, planned(otto, 1), 1);

        await().untilAsserted(() -> assertThat(seen(otto)).hasSize(1));
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(2));
        replay(maya).then().statusCode(409).body("type", endsWith("/still-fails"));
        ProbeListener.STUMBLE_OVER.remove(maya);
        replay(maya).then().statusCode(200).body("records", equalTo(2));

        assertThat(seen(maya)).containsExactly("discharge-planned.v1", "discharge-plan-cancelled.v1");
        Broker.say(Person.RIVERSIDE, planned(maya, 3), 3);
        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(3));
    }

    @Test
    void aRecordThatCanNeverBeAppliedIsLeftOutOnlyWhereOpsNameItAndIsKeptWithWhoDidSo() {
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.send(Broker.record(TOPIC, maya.toString(), "discharge-planned.v1", "no json", Person.RIVERSIDE, 2));
        Broker.say(Person.RIVERSIDE, cancelled(maya), 3);
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(2));

        replay(maya)
                .then()
                .statusCode(409)
                .body("type", endsWith("/still-unreadable"))
                .body("errors[0].pointer", equalTo("/passing"));
        replay(maya, Map.of("passing", 3)).then().statusCode(409);
        replay(maya, Map.of("passing", 2))
                .then()
                .statusCode(200)
                .body("records", equalTo(1))
                .body("passed", equalTo(1));

        assertThat(seen(maya)).containsExactly("discharge-planned.v1", "discharge-plan-cancelled.v1");
        assertThat(parked(maya)).isZero();
        assertThat(read(
                        "select passed_by || ' ' || convert_from(body, 'UTF8') from platform.passed_over where key = ?",
                        String.class,
                        maya.toString()))
                .containsExactly("ops:%s no json".formatted(Person.at("ops").subject()));
        Broker.say(Person.RIVERSIDE, planned(maya, 4), 4);
        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(3));
    }

    @Test
    void whatCanNotBeReadIsParkedAndNotSkipped() {
        Broker.send(Broker.record(TOPIC, maya.toString(), "episode-vanished.v9", "{}", Person.RIVERSIDE, 1));
        Broker.send(Broker.record(TOPIC, maya.toString(), "discharge-planned.v1", "no json", Person.RIVERSIDE, 2));
        var headless =
                new org.apache.kafka.clients.producer.ProducerRecord<>(TOPIC, maya.toString(), new byte[] {0, 1});
        Broker.send(headless);

        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(3));
        replay(maya).then().statusCode(409).body("type", endsWith("/still-unreadable"));
        Person.at("ops")
                .asks()
                .get("/api/probe/v1/parked")
                .then()
                .statusCode(200)
                .body("find { it.key == '%s' }.records".formatted(maya), equalTo(3))
                .body("find { it.key == '%s' }.sequence".formatted(maya), equalTo(1));
    }

    @Test
    void aRecordWithoutANumberDoesNotHoldBackItsPatient() {
        var headless = new org.apache.kafka.clients.producer.ProducerRecord<>(TOPIC, maya.toString(), new byte[] {0});
        Broker.send(headless);
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, planned(maya, 3), 3);
        Broker.say(Person.RIVERSIDE, planned(maya, 2), 2);

        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(3));
        assertThat(parked(maya)).isEqualTo(1);
    }

    @Test
    void whatTwoClinicsSayOfTheSamePersonReachesBoth() {
        var staff = new org.stepwell.contracts.id.StaffId(UUID.randomUUID());
        for (var clinic : List.of(Person.RIVERSIDE, Person.HARBOR, Person.RIVERSIDE)) {
            ClinicContext.in(
                    new ClinicContext.Work(clinic, "service:test", null),
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        outbox.append(new org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged(
                                maya,
                                new EpisodeId(maya.value()),
                                List.of(new org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Member(
                                        staff,
                                        org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged.Role
                                                .CLINICIAN)),
                                Instant.EPOCH));
                        return clinic;
                    }));
        }

        for (var clinic : List.of(Person.RIVERSIDE, Person.HARBOR)) {
            await().untilAsserted(() -> assertThat(ClinicContext.in(
                            new ClinicContext.Work(clinic, "service:test", null),
                            () -> QuarkusTransaction.requiringNew()
                                    .call(() -> sql.list(
                                            "select 1 from platform.care_team where patient_id = ?",
                                            row -> row.getInt(1),
                                            maya.value()))))
                    .hasSize(1));
        }
        assertThat(Broker.said("stepwell.enrollment.state", "care-team/" + maya))
                .hasSize(3);
    }

    @Test
    void onlyOpsSeeWhatIsParked() {
        Person.at("clinician").asks().get("/api/probe/v1/parked").then().statusCode(403);
    }

    @Test
    void oneTraceGoesFromTheRequestOverTheBrokerToTheEffect() {
        var answer = Person.at("intake")
                .asks()
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .body(Map.of("name", "traced " + maya, "patient", maya.toString(), "size", 1))
                .post("/api/probe/v1/probes");
        answer.then().statusCode(201);

        await().untilAsserted(() -> assertThat(traces(maya)).containsExactly("0af7651916cd43dd8448eb211c80319c"));
        assertThat(Broker.all(TOPIC).stream()
                        .filter(record -> maya.toString().equals(record.key()))
                        .map(record -> Broker.header(record, "traceparent")))
                .singleElement()
                .asString()
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-");
    }

    @Test
    void theEnvelopeSaysWhoDidIt() {
        Person.at("intake")
                .asks()
                .body(Map.of("name", "envelope " + maya, "patient", maya.toString(), "size", 1))
                .post("/api/probe/v1/probes")
                .then()
                .statusCode(201);

        await().untilAsserted(() -> assertThat(Broker.said(TOPIC, maya)).hasSize(1));
        var record = Broker.all(TOPIC).stream()
                .filter(one -> maya.toString().equals(one.key()))
                .findFirst()
                .orElseThrow();
        assertThat(Broker.header(record, "ce_actor")).startsWith("intake:");
        assertThat(Broker.header(record, "ce_clinic")).isEqualTo(Person.RIVERSIDE.toString());
        assertThat(Broker.header(record, "ce_source")).isEqualTo("/stepwell/enrollment");
        assertThat(Broker.header(record, "ce_sequence")).isEqualTo("1");
    }

    private io.restassured.response.Response replay(PatientId patient) {
        return replay(patient, Map.of());
    }

    private io.restassured.response.Response replay(PatientId patient, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.putAll(Map.of("listener", "enrollment", "topic", TOPIC, "key", patient.toString()));
        return Person.at("ops").asks().body(body).post("/api/probe/v1/parked/replay");
    }

    private boolean commit(DischargePlanned... events) {
        return commitAll(List.of(events));
    }

    private boolean commit(DischargePlanCancelled event) {
        return commitAll(List.of(event));
    }

    private boolean commitAll(List<? extends org.stepwell.contracts.Event> events) {
        return inRiverside(() -> QuarkusTransaction.requiringNew().call(() -> {
            outbox.append(events);
            return true;
        }));
    }

    private static DischargePlanned planned(PatientId patient, int day) {
        return new DischargePlanned(
                patient,
                new EpisodeId(patient.value()),
                LocalDate.EPOCH.plusDays(day),
                org.stepwell.contracts.code.DischargeReason.MOVED,
                null,
                Instant.EPOCH);
    }

    private static DischargePlanCancelled cancelled(PatientId patient) {
        return new DischargePlanCancelled(patient, new EpisodeId(patient.value()), Instant.EPOCH);
    }

    private List<String> seen(PatientId patient) {
        return read(
                "select type from probe_seen where patient_id = ? order by position", String.class, patient.value());
    }

    private List<String> traces(PatientId patient) {
        return read("select trace from probe_seen where patient_id = ?", String.class, patient.value());
    }

    private long cursor(PatientId patient) {
        var found = read(
                "select last from platform.cursor where topic = '" + TOPIC + "' and key = ?",
                Long.class,
                patient.toString());
        return found.isEmpty() ? 0 : found.getFirst();
    }

    private long parked(PatientId patient) {
        return read("select count(*) from platform.parked where key = ?", Long.class, patient.toString())
                .getFirst();
    }

    private <T> List<T> read(String statement, Class<T> type, Object value) {
        return inRiverside(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.list(statement, row -> row.getObject(1, type), value)));
    }

    private static List<Long> numbers(PatientId patient) {
        return Broker.all(TOPIC).stream()
                .filter(record -> patient.toString().equals(record.key()))
                .map(record -> Long.parseLong(Broker.header(record, "ce_sequence")))
                .toList();
    }

    private static List<Long> oneTo(int last) {
        return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static <T, X extends Throwable> T inRiverside(ScopedValue.CallableOp<T, X> work) throws X {
        return ClinicContext.in(new ClinicContext.Work(Person.RIVERSIDE, "service:test", null), work);
    }
}
