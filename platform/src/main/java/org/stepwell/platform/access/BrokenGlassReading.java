package org.stepwell.platform.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.Reading;
import org.stepwell.platform.time.WallClock;

/** How many records stand open by break-glass, over all clinics. */
@Singleton
class BrokenGlassReading implements Reading {

    private final Sql sql;
    private final WallClock wall;
    private volatile long open;

    BrokenGlassReading(Sql sql, WallClock wall, MeterRegistry metrics) {
        this.sql = sql;
        this.wall = wall;
        Gauge.builder("stepwell.breakglass.open", this, reading -> reading.open)
                .description("records that stand open by break-glass")
                .register(metrics);
    }

    @Override
    public String name() {
        return "break-glass";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void read() {
        open = QuarkusTransaction.requiringNew()
                .call(() -> sql.one("select platform.break_glass_open_at(?)", row -> row.getLong(1), wall.instant()))
                .orElse(0L);
    }
}
