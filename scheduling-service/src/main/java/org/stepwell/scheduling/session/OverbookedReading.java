package org.stepwell.scheduling.session;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Reading;

/** Sessions with more people than places, over all clinics: it is 0, whatever happens, or a promise of ours is broken. */
@Singleton
class OverbookedReading implements Reading {

    private final Sql sql;
    private final Clock clock;
    private volatile long overbooked;

    OverbookedReading(Sql sql, Clock clock, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        Gauge.builder("stepwell.sessions.overbooked", this, reading -> reading.overbooked)
                .description("sessions within a day in which more people have a seat than there are places")
                .register(metrics);
    }

    @Override
    public String name() {
        return "overbooked";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void read() {
        overbooked = QuarkusTransaction.requiringNew()
                .call(() -> sql.one("select overbooked_at(?)", row -> row.getLong(1), clock.instant()))
                .orElse(0L);
    }
}
