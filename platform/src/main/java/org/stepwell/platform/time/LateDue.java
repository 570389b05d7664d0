package org.stepwell.platform.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;

/** How late what should have been done is, looked at now and then for an alert: a sweeper that hangs does not say so itself. */
@Singleton
class LateDue implements Reading {

    private final Sql sql;
    private final Clock clock;
    private volatile @Nullable Instant oldest;

    LateDue(Sql sql, Clock clock, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        Gauge.builder("stepwell.due.late.seconds", this, LateDue::lateSeconds).register(metrics);
    }

    @Override
    public String name() {
        return "late-due";
    }

    @Override
    public void read() {
        oldest = QuarkusTransaction.requiringNew()
                .call(() -> sql.one(
                                "select due_at from platform.due where due_at <= ? order by due_at limit 1",
                                row -> row.getObject("due_at", OffsetDateTime.class)
                                        .toInstant(),
                                clock.instant())
                        .orElse(null));
    }

    /** Since when the oldest row is due by the clinic's clock, in seconds; 0 where none is. */
    private double lateSeconds() {
        @Nullable Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
