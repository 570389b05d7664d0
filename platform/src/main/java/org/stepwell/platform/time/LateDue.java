package org.stepwell.platform.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;

/** How late what should have been done is, looked at now and then for an alert: a sweeper that hangs does not say so itself. */
@Singleton
class LateDue {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Sql sql;
    private final Clock clock;
    private final Watch watch = new Watch("late-due", this::look);
    private volatile @Nullable Instant oldest;

    LateDue(Sql sql, Clock clock, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        Gauge.builder("stepwell.due.late.seconds", this, LateDue::lateSeconds).register(metrics);
    }

    void start(@Observes StartupEvent startup) {
        watch.every(PAUSE);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        watch.close();
    }

    void look() {
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
