package org.stepwell.platform.task;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Reading;

/** How much work of each kind waits, over all clinics; and of what pages, for how long the oldest waits for somebody to take it. */
@Singleton
class WorkReading implements Reading {

    private record Work(long open, long overdue, @Nullable Instant untakenSince) {}

    private final Sql sql;
    private final Clock clock;
    private volatile Map<String, Work> works = Map.of();

    WorkReading(Sql sql, Clock clock, TaskKinds kinds, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        for (var code : kinds.codes()) {
            show(metrics, "stepwell.tasks.open", "tasks that nobody has ended", code, Work::open);
            show(metrics, "stepwell.tasks.overdue", "of these, those that should be done by now", code, Work::overdue);
            if (kinds.find(code).filter(TaskKind::pages).isPresent()) {
                show(
                        metrics,
                        "stepwell.tasks.untaken.seconds",
                        "for how long the oldest that pages waits for somebody to take it",
                        code,
                        this::untakenSeconds);
            }
        }
    }

    private void show(
            MeterRegistry metrics, String metric, String description, String kind, ToDoubleFunction<Work> number) {
        Gauge.builder(metric, this, reading -> {
                    @Nullable Work work = reading.works.get(kind);
                    return work == null ? 0 : number.applyAsDouble(work);
                })
                .description(description)
                .tag("kind", kind)
                .register(metrics);
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void read() {
        works = QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "select kind, open, overdue, untaken_since from platform.work_at(?)",
                        row -> {
                            @Nullable OffsetDateTime since = row.getObject("untaken_since", OffsetDateTime.class);
                            return Map.entry(
                                    row.getString("kind"),
                                    new Work(
                                            row.getLong("open"),
                                            row.getLong("overdue"),
                                            since == null ? null : since.toInstant()));
                        },
                        clock.instant()))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private double untakenSeconds(Work work) {
        @Nullable Instant since = work.untakenSince();
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
