package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.time.Pulse;
import org.stepwell.platform.time.WallClock;

/** What a listener says of itself. */
class ProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("stepwell.enrollment", 0);
    private static final TopicPartition SECOND = new TopicPartition("stepwell.enrollment", 1);
    private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final WallClock wall = new WallClock();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Pulse pulse = new Pulse();
    private final Progress progress = new Progress("enrollment", pulse, wall, metrics);

    @Test
    void whatIsHeldIsLateSinceTheBrokerHasItAndUntilItIsDealtWith() {
        var old = record(FIRST, ago(HOUR_MILLIS));
        progress.held(FIRST, old);
        progress.applied(SECOND, List.of(incoming(record(SECOND, ago(0)), Uuid7.next())));
        progress.turned(Map.of(FIRST, 3L, SECOND, 0L));

        assertThat(shown("stepwell.consumer.lag.seconds")).isBetween(3600.0, 3660.0);
        assertThat(shown("stepwell.consumer.behind")).isEqualTo(3);

        progress.applied(FIRST, List.of(incoming(old, Uuid7.next())));
        progress.turned(Map.of(FIRST, 0L, SECOND, 0L));

        assertThat(shown("stepwell.consumer.lag.seconds")).isZero();
        assertThat(shown("stepwell.consumer.behind")).isZero();
        assertThat(metrics.get("stepwell.consumer.records").counter().count()).isEqualTo(2);
    }

    /** Nobody was heard for an hour: that is quiet, and not late. */
    @Test
    void aStreamThatIsQuietIsNotLate() {
        progress.applied(FIRST, List.of(incoming(record(FIRST, ago(HOUR_MILLIS)), Uuid7.next())));
        progress.turned(Map.of(FIRST, 0L));

        assertThat(shown("stepwell.consumer.lag.seconds")).isZero();
    }

    @Test
    void aPartitionThatAnotherReplicaTookOverIsNoMoreCountedHere() {
        progress.held(FIRST, record(FIRST, ago(HOUR_MILLIS)));
        progress.turned(Map.of(FIRST, 3L));
        progress.turned(Map.of(SECOND, 0L));

        assertThat(shown("stepwell.consumer.lag.seconds")).isZero();
        assertThat(shown("stepwell.consumer.behind")).isZero();
    }

    @Test
    void aLoopThatDoesNotTurnSaysSinceWhen() throws InterruptedException {
        pulse.beat();
        TimeUnit.MILLISECONDS.sleep(300);

        assertThat(shown("stepwell.consumer.turn.age.seconds")).isGreaterThanOrEqualTo(0.3);
        pulse.beat();
        assertThat(shown("stepwell.consumer.turn.age.seconds")).isLessThan(0.3);
    }

    @Test
    void theWayOfAnEventIsMeasuredFromWhenItWasSaidWithoutHeartbeats() {
        var said = Uuid7.firstOf(wall.instant().minusSeconds(40));
        progress.applied(FIRST, List.of(incoming(record(FIRST, ago(0)), said)));
        progress.applied(FIRST, List.of(incoming(record(FIRST, ago(0)), Uuid7.next(), "consent-heartbeat.v1")));

        var delay = metrics.get("stepwell.event.delay").timer();
        assertThat(delay.count()).isEqualTo(1);
        assertThat(delay.totalTime(TimeUnit.SECONDS)).isBetween(40.0, 60.0);
    }

    private double shown(String metric) {
        return metrics.get(metric).gauge().value();
    }

    private long ago(long millis) {
        return wall.instant().toEpochMilli() - millis;
    }

    private static Incoming<EnrollmentEvent> incoming(ConsumerRecord<String, byte[]> record, UUID id) {
        return incoming(record, versioned(id), "episode-admitted.v1");
    }

    private static Incoming<EnrollmentEvent> incoming(ConsumerRecord<String, byte[]> record, UUID id, String type) {
        var envelope = new Envelope(
                id, type, "/stepwell/enrollment", Instant.EPOCH, Person.RIVERSIDE, 1, "service:test", null, null);
        return new Incoming<>(record, 1L, envelope, null, null);
    }

    private static UUID versioned(UUID id) {
        return new UUID((id.getMostSignificantBits() & ~0xF000L) | 0x7000L, id.getLeastSignificantBits());
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long timestamp) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                "key",
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
