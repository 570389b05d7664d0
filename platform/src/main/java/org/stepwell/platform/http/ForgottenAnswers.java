package org.stepwell.platform.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.WallClock;

/** Forgets answers to repeated requests after a day: nobody repeats a request for longer, and records do not pile up. */
@Singleton
class ForgottenAnswers {

    private static final Logger LOG = Logger.getLogger(ForgottenAnswers.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LOOK_MINUTES = 10;

    private final Sql sql;
    private final WallClock wall;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("forgets-answers").factory());

    ForgottenAnswers(Sql sql, WallClock wall) {
        this.sql = sql;
        this.wall = wall;
    }

    void start(@Observes StartupEvent startup) {
        var _ = clock.scheduleWithFixedDelay(this::look, LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        clock.shutdownNow();
    }

    private void look() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOG.warnf("old answers are forgotten later: %s", e.toString());
        }
    }

    /** Forgets what is older than a day; answers how many. */
    int forget() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.update(
                        "delete from platform.idempotency where answered_at < ?",
                        wall.instant().minus(KEPT)));
    }
}
