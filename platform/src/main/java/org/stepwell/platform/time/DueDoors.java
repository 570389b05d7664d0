package org.stepwell.platform.time;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.trace.Trace;

/** All clock doors: opens the one of a due row, in a transaction of the row's clinic. */
@Singleton
class DueDoors {

    private static final Logger LOG = Logger.getLogger(DueDoors.class);
    private static final Duration RETRY_MAX = Duration.ofMinutes(5);

    private final Sql sql;
    private final WallClock wall;
    private final Map<String, DueDoor> doors = new HashMap<>();

    DueDoors(Sql sql, WallClock wall, @All List<DueDoor> all) {
        this.sql = sql;
        this.wall = wall;
        all.forEach(door -> {
            if (doors.put(door.kind(), door) != null) {
                throw new IllegalStateException("two clock doors open for " + door.kind());
            }
        });
    }

    /** The kinds whose lane is one that is asked for. */
    String[] kinds(Predicate<Lane> lane) {
        return doors.values().stream()
                .filter(door -> lane.test(Lane.of(door)))
                .map(DueDoor::kind)
                .toArray(String[]::new);
    }

    /** Whether it is done or put off; not where another replica is at it. */
    boolean open(DueRow row) {
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
        } catch (RuntimeException | Error e) { // a door that breaks in whatever way holds up no other
            tryLater(row, e);
            return true;
        }
    }

    private DueDoor door(DueRow row) {
        return Optional.ofNullable(doors.get(row.kind()))
                .orElseThrow(() -> new IllegalStateException("no clock door opens for " + row.kind()));
    }

    /**
     * An advisory lock keeps other replicas away. The row itself is not locked before the door has locked what it
     * changes: a request locks the aggregate first and its due row then, and so must we.
     */
    private Optional<OpenDoor> claim(DueRow row) {
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

    private void tryLater(DueRow row, Throwable failure) {
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
}
