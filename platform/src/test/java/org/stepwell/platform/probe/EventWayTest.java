package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** The promises of an event's way, over a real database and a real broker. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EventWayTest extends EventWayWords {

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
}
