package org.stepwell.platform.consent;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Reading;
import org.stepwell.platform.time.WallClock;

/** How long ago this service last heard the consent register; one that never did has waited since its start. */
@Singleton
class HeartbeatReading implements Reading {

    private final Sql sql;
    private final WallClock wall;
    private volatile Instant heard;

    HeartbeatReading(Sql sql, WallClock wall, MeterRegistry metrics) {
        this.sql = sql;
        this.wall = wall;
        heard = wall.instant();
        Gauge.builder("stepwell.consent.heartbeat.age.seconds", this, HeartbeatReading::ageSeconds)
                .description("how long ago this service last heard the consent register")
                .register(metrics);
    }

    @Override
    public String name() {
        return "consent-heartbeat";
    }

    @Override
    public void read() {
        QuarkusTransaction.requiringNew()
                .call(() -> sql.one(
                        "select beat_at from platform.consent_heartbeat",
                        row -> row.getObject("beat_at", OffsetDateTime.class).toInstant()))
                .ifPresent(beat -> heard = beat);
    }

    private double ageSeconds() {
        return Math.max(0, Duration.between(heard, wall.instant()).toMillis() / 1000.0);
    }
}
