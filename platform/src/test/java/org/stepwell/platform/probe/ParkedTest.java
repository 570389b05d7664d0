package org.stepwell.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.event.EventFamily;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What can not be applied yet, or never: it is kept, in order, until somebody deals with it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ParkedTest extends EventWayWords {

    @Test
    void whatIsBeyondAGapWaitsAndFollowsWhenTheMissingOneComes() {
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, planned(maya, 3), 3);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 4);
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(2));
        assertThat(seen(maya)).hasSize(1);

        Broker.say(Person.RIVERSIDE, planned(maya, 2), 2);

        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(4));
        await().untilAsserted(() -> assertThat(parked(maya)).isZero());
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
    void whatWaitedForTooLongIsTriedAgainWithoutOps() {
        ProbeListener.STUMBLE_OVER.add(maya);
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 2);
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(2));

        waitedForTooLong();
        await().untilAsserted(() -> assertThat(reason())
                .as("what it waited for has come, and now it fails by itself: that is left to ops")
                .startsWith("failed: "));
        ProbeListener.STUMBLE_OVER.remove(maya);
        waitedForTooLong();

        await().untilAsserted(() -> assertThat(parked(maya)).isZero());
        assertThat(seen(maya)).containsExactly("discharge-planned.v1", "discharge-plan-cancelled.v1");
    }

    private void waitedForTooLong() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update platform.parked set reason = 'waits: NotHere' where key = ? and sequence = 1",
                        maya.toString()));
    }

    private String reason() {
        return read("select reason from platform.parked where key = ? and sequence = 1", String.class, maya.toString())
                .getFirst();
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
                .get("/api/probe/v1/parked?after=" + before(maya))
                .then()
                .statusCode(200)
                .body("items.find { it.key == '%s' }.records".formatted(maya), equalTo(3))
                .body("items.find { it.key == '%s' }.sequence".formatted(maya), equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"ce_time, yesterday", "ce_id, 7", "ce_clinic, riverside", "ce_causation, nobody"})
    void aRecordWithABadHeaderKeepsItsPlaceAndWhatFollowsWaitsBehindIt(String header, String value) {
        var bad = Broker.record(
                TOPIC,
                maya.toString(),
                "discharge-planned.v1",
                EventFamily.write(planned(maya, 1)),
                Person.RIVERSIDE,
                1);
        bad.headers().remove(header).add(header, value.getBytes(UTF_8));
        Broker.send(bad);
        Broker.say(Person.RIVERSIDE, cancelled(maya), 2);
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(2));
        assertThat(seen(maya)).isEmpty();

        replay(maya).then().statusCode(409).body("type", endsWith("/still-unreadable"));
        repairs(header);
        replay(maya).then().statusCode(200).body("records", equalTo(2));

        assertThat(seen(maya)).containsExactly("discharge-planned.v1", "discharge-plan-cancelled.v1");
    }

    /** As a release that reads the header would see it. */
    private void repairs(String header) {
        QuarkusTransaction.requiringNew().run(() -> sql.update("""
                update platform.parked bad set headers = case when ? = 'ce_causation' then bad.headers - 'ce_causation'
                    else jsonb_set(bad.headers, array[?], good.headers -> ?) end
                from platform.parked good
                where bad.key = ? and bad.sequence = 1 and good.key = bad.key and good.sequence = 2
                """, header, header, header, maya.toString()));
    }

    @Test
    void aRecordWithoutANumberDoesNotHoldBackItsPatient() {
        var headless = new org.apache.kafka.clients.producer.ProducerRecord<>(TOPIC, maya.toString(), new byte[] {0});
        Broker.send(headless);
        Broker.say(Person.RIVERSIDE, planned(maya, 1), 1);
        Broker.say(Person.RIVERSIDE, planned(maya, 3), 3);
        Broker.say(Person.RIVERSIDE, planned(maya, 2), 2);

        await().untilAsserted(() -> assertThat(seen(maya)).hasSize(3));
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(1)); // what was said is forgotten a moment later
    }

    @Test
    void manyKeysAreReplayedAtOnceAndWhatHoldsThemIsSeenByPages() {
        var otto = new PatientId(UUID.randomUUID());
        for (var patient : List.of(maya, otto)) {
            ProbeListener.STUMBLE_OVER.add(patient);
            Broker.say(Person.RIVERSIDE, planned(patient, 1), 1);
            Broker.say(Person.RIVERSIDE, cancelled(patient), 2);
        }
        await().untilAsserted(() -> assertThat(parked(maya) + parked(otto)).isEqualTo(4));
        var first = id(maya).compareTo(id(otto)) < 0 ? maya : otto;
        var second = first.equals(maya) ? otto : maya;
        asks().queryParam("why", "FAILED")
                .queryParam("limit", 1)
                .queryParam("listener", "enrollment")
                .queryParam("after", before(first))
                .get("/api/probe/v1/parked")
                .then()
                .statusCode(200)
                .body("items.key", contains(first.toString()))
                .body("items.records", contains(2))
                .body("after", equalTo(id(first)));
        asks().queryParam("why", "UNREADABLE")
                .queryParam("after", before(first))
                .get("/api/probe/v1/parked")
                .then()
                .body("items.key", not(hasItem(first.toString())));
        asks().queryParam("listener", "consent")
                .queryParam("after", before(first))
                .get("/api/probe/v1/parked")
                .then()
                .body("items.key", not(hasItem(first.toString())));

        ProbeListener.STUMBLE_OVER.remove(second);
        var answer = asks().body(Map.of(
                        "listener", "enrollment",
                        "why", "FAILED",
                        "after", before(first)))
                .post("/api/probe/v1/parked/replay-all")
                .then()
                .statusCode(200)
                .extract();

        assertThat(answer.<Integer>path("keys")).isGreaterThanOrEqualTo(2);
        assertThat(answer.<Integer>path("held")).isGreaterThanOrEqualTo(1);
        assertThat(seen(second)).hasSize(2);
        assertThat(parked(first)).isEqualTo(2);
    }

    /** By what a key is listed. */
    private String id(PatientId patient) {
        return read(
                        "select md5(listener || ' ' || topic || ' ' || key) from platform.parked where key = ?",
                        String.class,
                        patient.toString())
                .stream()
                .map(hex -> hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-"))
                .findFirst()
                .orElseThrow();
    }

    /** The id before its own. */
    private String before(PatientId patient) {
        var id = UUID.fromString(id(patient));
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1).toString();
    }

    private static RequestSpecification asks() {
        return Person.at("ops").with("acr", "2").asks();
    }

    @Test
    void onlyOpsSeeWhatIsParked() {
        Person.at("clinician").asks().get("/api/probe/v1/parked").then().statusCode(403);
    }
}
