package org.stepwell.platform.time;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.trace.Trace;

/** Opens the clock doors of due rows, oldest first, each row in a transaction of its clinic. */
@Singleton
class DueRows {

    private static final Logger LOG = Logger.getLogger(DueRows.class);
    private static final int ROWS_MAX = 200;
    private static final Duration RETRY_MAX = Duration.ofMinutes(5);

    private final Sql sql;
    private final Clock clock;
    private final WallClock wall;
    private final Map<String, DueDoor> doors = new HashMap<>();
    private final String[] outside;

    DueRows(Sql sql, Clock clock, WallClock wall, @All List<DueDoor> all) {
        this.sql = sql;
        this.clock = clock;
        this.wall = wall;
        all.forEach(door -> {
            if (doors.put(door.kind(), door) != null) {
                throw new IllegalStateException("two clock doors open for " + door.kind());
            }
        });
        outside = all.stream().filter(DueDoor::outside).map(DueDoor::kind).toArray(String[]::new);
    }

    /** Whose doors are opened by one thread. */
    enum Lane {
        INSIDE,
        OUTSIDE
    }

    private record Row(
            ClinicId clinic,
            String kind,
            UUID subject,
            Instant dueAt,
            String actor,
            @Nullable UUID causation,
            @Nullable String traceparent,
            int attempts) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new ClinicId(row.getObject("clinic", UUID.class)),
                    row.getString("kind"),
                    row.getObject("subject", UUID.class),
                    row.getObject("due_at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getObject("causation", UUID.class),
                    row.getString("traceparent"),
                    row.getInt("attempts"));
        }
    }

    /**
     * Does what fell due first, up to a limit; answers how many rows are dealt with. Rows of one instant at a time, because a door
     * that is opened late may set a row anew that comes before all others.
     */
    int sweep(Lane lane) {
        var now = wall.instant();
        boolean outsideOnly = lane == Lane.OUTSIDE;
        var rows = QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        """
                select * from platform.due
                where due_at = (
                        select min(due_at) from platform.due
                        where due_at <= ? and (retry_at is null or retry_at <= ?) and (kind = any (?)) = ?)
                    and (retry_at is null or retry_at <= ?) and (kind = any (?)) = ?
                order by kind, subject limit ?
                """, Row::of, clock.instant(), now, outside, outsideOnly, now, outside, outsideOnly, ROWS_MAX));
        int dealtWith = 0;
        for (var row : rows) {
            if (open(row)) {
                dealtWith++;
            }
        }
        return dealtWith;
    }

    /** Whether it is done or put off; not where another replica is at it. */
    private boolean open(Row row) {
        try {
            var work = new ClinicContext.Work(row.clinic(), row.actor(), row.causation());
            return ClinicContext.in(
                    work,
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        var claimed = claim(row);
                        if (claimed.isEmpty()) {
                            return false; // another replica is at it, or it was set anew
                        }
                        claimed.get()
                                .run(() -> Trace.continued(
                                        row.traceparent(),
                                        "due " + row.kind(),
                                        () -> door(row).due(row.subject(), row.dueAt())));
                        finish(claimed.get());
                        return true;
                    }));
        } catch (TouchedMeanwhile e) {
            return false;
        } catch (RuntimeException e) {
            tryLater(row, e);
            return true;
        }
    }

    private DueDoor door(Row row) {
        return Optional.ofNullable(doors.get(row.kind()))
                .orElseThrow(() -> new IllegalStateException("no clock door opens for " + row.kind()));
    }

    /**
     * An advisory lock keeps other replicas away. The row itself is not locked before the door has locked what it
     * changes: a request locks the aggregate first and its due row then, and so must we.
     */
    private Optional<OpenDoor> claim(Row row) {
        return sql.one(
                """
                select xmin::text from platform.due
                where clinic = ? and kind = ? and subject = ? and due_at = ?
                    and pg_try_advisory_xact_lock(hashtextextended(clinic || kind || subject, 1))
                """,
                found -> new OpenDoor(row.clinic(), row.kind(), row.subject(), found.getString(1)),
                row.clinic().value(),
                row.kind(),
                row.subject(),
                row.dueAt());
    }

    /** Takes the row away, unless the door itself set it anew; where anybody else touched it meanwhile, all is undone. */
    private void finish(OpenDoor opened) {
        if (opened.isSettled()) {
            return;
        }
        var key = new Object[] {opened.clinic().value(), opened.kind(), opened.subject()};
        int taken = sql.update(
                "delete from platform.due where clinic = ? and kind = ? and subject = ? and xmin::text = ?",
                key[0],
                key[1],
                key[2],
                opened.version());
        if (taken == 0 && sql.one("""
                                select 1 from platform.due
                                where clinic = ? and kind = ? and subject = ? and xmin = pg_current_xact_id()::xid
                                """, found -> 1, key).isEmpty()) {
            throw new TouchedMeanwhile();
        }
    }

    private void tryLater(Row row, RuntimeException failure) {
        LOG.warnf(failure, "%s of %s is tried again (attempt %d)", row.kind(), row.subject(), row.attempts() + 1);
        var wait = Duration.ofMillis(200L << Math.min(row.attempts(), 12));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        """
                update platform.due set attempts = attempts + 1, retry_at = ?, last_error = ?
                where clinic = ? and kind = ? and subject = ? and due_at = ?
                """,
                        wall.instant().plus(wait.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : wait),
                        failure.getClass().getSimpleName(),
                        row.clinic().value(),
                        row.kind(),
                        row.subject(),
                        row.dueAt()));
    }

    /** What is left to do: when the next row falls due, how many are late, how many wait in the outbox; and how much was ever said. */
    record Quiet(@Nullable Instant nextDue, long late, long outbox, long said) {}

    Quiet quiet() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.one(
                                """
                        select (select min(due_at) from platform.due where due_at > ?),
                               (select count(*) from platform.due where due_at <= ?),
                               (select count(*) from platform.outbox where type <> 'consent-heartbeat.v1'),
                               (select coalesce(sum(last), 0) from platform.stream where key <> 'register/heartbeat')
                        """,
                                row -> {
                                    @Nullable OffsetDateTime next = row.getObject(1, OffsetDateTime.class);
                                    return new Quiet(
                                            next == null ? null : next.toInstant(),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4));
                                },
                                clock.instant(),
                                clock.instant())
                        .orElseThrow());
    }
}
