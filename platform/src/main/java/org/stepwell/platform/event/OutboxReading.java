package org.stepwell.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Reading;
import org.stepwell.platform.time.WallClock;

/**
 * What is said and not yet on the broker, by topic. It is counted to a limit: where more waits, the age of the oldest says how bad it
 * is, and counting a million rows would only make it worse.
 */
@Singleton
class OutboxReading implements Reading {

    static final int COUNTED_MAX = 10_000;

    private record Waiting(long events, Instant since) {}

    private final Sql sql;
    private final WallClock wall;
    private final MeterRegistry metrics;
    private final Set<String> topics = new ConcurrentSkipListSet<>();
    private volatile Map<String, Waiting> waiting = Map.of();

    OutboxReading(
            Sql sql,
            WallClock wall,
            @ConfigProperty(name = "quarkus.application.name") String service,
            MeterRegistry metrics) {
        this.sql = sql;
        this.wall = wall;
        this.metrics = metrics;
        show("stepwell." + service); // there from the first, so that a dashboard has it
        show("stepwell." + service + ".state");
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public void read() {
        QuarkusTransaction.requiringNew().run(this::readHere);
    }

    /** In the transaction at hand. */
    void readHere() {
        waiting = sql
                .list(
                        """
                        select topic, count(*) as events, min(written_at) as since
                        from (select topic, written_at from platform.outbox order by position limit ?) as head
                        group by topic
                        """,
                        row -> Map.entry(
                                row.getString("topic"),
                                new Waiting(
                                        row.getLong("events"),
                                        row.getObject("since", OffsetDateTime.class)
                                                .toInstant())),
                        COUNTED_MAX)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        waiting.keySet().forEach(this::show);
    }

    private void show(String topic) {
        if (topics.add(topic)) {
            Gauge.builder("stepwell.outbox.pending", this, outbox -> outbox.pending(topic))
                    .description("events said and not yet on the broker, counted up to " + COUNTED_MAX)
                    .tag("topic", topic)
                    .register(metrics);
            Gauge.builder("stepwell.outbox.oldest.age.seconds", this, outbox -> outbox.oldestAge(topic))
                    .description("how long the oldest of them waits")
                    .tag("topic", topic)
                    .register(metrics);
        }
    }

    private double pending(String topic) {
        @Nullable Waiting here = waiting.get(topic);
        return here == null ? 0 : here.events();
    }

    private double oldestAge(String topic) {
        @Nullable Waiting here = waiting.get(topic);
        return here == null
                ? 0
                : Math.max(0, Duration.between(here.since(), wall.instant()).toMillis() / 1000.0);
    }
}
