package org.stepwell.platform.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Era;

/**
 * Moves clinic time, for demos and tests: {@code POST /dev/clock} on the management port sets the time, does what falls
 * due, and answers when the next thing is due. Only with {@code stepwell.clock=movable}, which production refuses.
 */
@Singleton
class DevClock {

    private static final long MICROS = 1_000L;

    private final boolean movable;
    private final ClinicClock clock;
    private final Sweeper sweeper;
    private final DueRows rows;
    private final WallClock wall;
    private final Sql sql;
    private final ObjectMapper json;

    DevClock(
            @ConfigProperty(name = "stepwell.clock") String kind,
            ClinicClock clock,
            Sweeper sweeper,
            DueRows rows,
            WallClock wall,
            Sql sql,
            ObjectMapper json) {
        movable = "movable".equals(kind);
        this.clock = clock;
        this.sweeper = sweeper;
        this.rows = rows;
        this.wall = wall;
        this.sql = sql;
        this.json = json;
    }

    /** Where the clock stands, when the next row falls due, what is late, what waits for the relay and how much was said. */
    record View(Instant now, @Nullable Instant nextDue, long late, long outbox, long said, int swept) {}

    /** A moved clock stays moved over a restart. */
    void restore(@Observes @Priority(1) StartupEvent startup) {
        if (movable) {
            QuarkusTransaction.requiringNew()
                    .call(() -> sql.one("select offset_micros from platform.moved_clock", row -> row.getLong(1)))
                    .ifPresent(micros -> clock.standAway(Duration.ofNanos(micros * MICROS)));
        }
    }

    void open(@Observes ManagementInterface management) {
        if (movable) {
            var router = management.router();
            // Nobody who asks waits until all that is due was done for whoever asked before.
            router.post("/dev/clock").handler(BodyHandler.create(false)).blockingHandler(this::move, false);
            router.get("/dev/clock").blockingHandler(context -> answer(context, 200, view(0)), false);
        }
    }

    private void move(RoutingContext context) {
        // A page of the web can send no JSON to another origin without being asked first.
        boolean json =
                String.valueOf(context.request().getHeader("Content-Type")).startsWith("application/json");
        @Nullable Instant now = json ? read(context.body().asString()) : null;
        if (now == null) {
            answer(
                    context,
                    400,
                    java.util.Map.of("detail", "Send {\"now\": \"2026-03-02T23:00:00Z\"} as application/json."));
            return;
        }
        var away = Duration.between(wall.instant(), now);
        QuarkusTransaction.requiringNew().run(() -> sql.update("""
                insert into platform.moved_clock (offset_micros) values (?)
                on conflict (only_row) do update set offset_micros = excluded.offset_micros
                """, away.toNanos() / MICROS));
        clock.standAway(away);
        answer(context, 200, view(sweeper.sweepUntilQuiet()));
    }

    private View view(int swept) {
        var quiet = rows.quiet();
        return new View(clock.instant(), quiet.nextDue(), quiet.late(), quiet.outbox(), quiet.said(), swept);
    }

    private @Nullable Instant read(@Nullable String body) {
        try {
            JsonNode now = body == null ? null : json.readTree(body).get("now");
            @Nullable Instant asked = now == null ? null : Instant.parse(now.asText());
            return asked != null && Era.holds(asked) ? asked : null;
        } catch (JsonProcessingException | DateTimeParseException e) {
            return null;
        }
    }

    private void answer(RoutingContext context, int status, Object body) {
        try {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
