package org.stepwell.scheduling.group;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Reading;

/** Groups that have a place while somebody waits for one, over all clinics; whoever waits may not be able to come. */
@Singleton
class WaitersReading implements Reading {

    private final Sql sql;
    private final Clock clock;
    private volatile long groups;

    WaitersReading(Sql sql, Clock clock, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        Gauge.builder("stepwell.groups.free.with.waiters", this, reading -> reading.groups)
                .description("groups that have a place while somebody has waited for one for five minutes")
                .register(metrics);
    }

    @Override
    public String name() {
        return "waiters";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void read() {
        groups = QuarkusTransaction.requiringNew()
                .call(() -> sql.one("select free_with_waiters_at(?)", row -> row.getLong(1), clock.instant()))
                .orElse(0L);
    }
}
