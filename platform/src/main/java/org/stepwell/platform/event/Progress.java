package org.stepwell.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Pulse;
import org.stepwell.platform.time.WallClock;

/** What a listener says of how far it has come: how much waits and since when, whether it moves, and when its loop last got anywhere. */
final class Progress {

    /** It comes each second, says nothing of anybody, and would drown what does. */
    private static final String HEARTBEAT = "consent-heartbeat.v1";

    private final WallClock wall;
    private final Counter applied;
    private final Timer delay;
    /** The broker's time of what a partition has come to, while something waits in it. */
    private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();

    private volatile long behind;

    Progress(String listener, Pulse pulse, WallClock wall, MeterRegistry metrics) {
        this.wall = wall;
        applied = Counter.builder("stepwell.consumer.records")
                .description("records dealt with: applied, seen before, or parked")
                .tag("listener", listener)
                .register(metrics);
        delay = Timer.builder("stepwell.event.delay")
                .description("from the commit that said an event to the commit of its effect here")
                .tag("listener", listener)
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(30))
                .register(metrics);
        Gauge.builder("stepwell.consumer.behind", this, progress -> progress.behind)
                .description("records on the broker that wait for this listener")
                .tag("listener", listener)
                .register(metrics);
        Gauge.builder("stepwell.consumer.lag.seconds", this, Progress::lagSeconds)
                .description("for how long the oldest of them waits")
                .tag("listener", listener)
                .register(metrics);
        Gauge.builder("stepwell.consumer.turn.age.seconds", pulse, Pulse::ageSeconds)
                .description("how long ago the poll loop last got anywhere")
                .tag("listener", listener)
                .register(metrics);
    }

    /** These records of a partition are dealt with. */
    void applied(TopicPartition partition, List<? extends Incoming<?>> records) {
        applied.increment(records.size());
        reached.put(partition, records.getLast().message().timestamp());
        records.forEach(record -> delayed(record.envelope()));
    }

    private void delayed(@Nullable Envelope envelope) {
        if (envelope != null
                && !envelope.type().equals(HEARTBEAT)
                && envelope.id().version() == 7) {
            var took = Duration.between(Uuid7.timeOf(envelope.id()), wall.instant());
            delay.record(took.isNegative() ? Duration.ZERO : took);
        }
    }

    /** This record of a partition is in trouble, and what comes after it waits with it. */
    void held(TopicPartition partition, ConsumerRecord<?, ?> first) {
        reached.put(partition, first.timestamp());
    }

    /** The loop went round: so many records wait in each partition that it has. */
    void turned(Map<TopicPartition, Long> waiting) {
        waiting.forEach((partition, records) -> {
            if (records == 0) {
                reached.remove(partition);
            }
        });
        reached.keySet().retainAll(waiting.keySet());
        behind = waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    private double lagSeconds() {
        return reached.values().stream()
                .mapToDouble(since -> Math.max(0, (wall.instant().toEpochMilli() - since) / 1000.0))
                .max()
                .orElse(0);
    }
}
