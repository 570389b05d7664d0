package org.stepwell.platform.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.stepwell.contracts.id.Id;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.trace.Trace;

/** What falls due: one row per clinic, kind and subject, set and cancelled in the transaction of its reason. */
@Singleton
public class Due {

    private final Sql sql;
    private final Clock clock;

    Due(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Something falls due at a time of the clinic; an earlier setting of the same is replaced. Only the door that is open for
     * it does not replace what somebody else has set since it was opened: it has not seen their reason, so that all it did is
     * undone, and it is opened again.
     */
    public void at(String kind, Id subject, Instant when) {
        var work = ClinicContext.current().orElseThrow();
        var opened = OpenDoor.of(work.clinic(), kind, subject.value());
        var values = new Object[] {
            when, work.actor(), work.causation(), Trace.parent(), work.clinic().value(), kind, subject.value()
        };
        if (opened.isEmpty() || opened.get().isSettled()) {
            sql.update("""
                    insert into platform.due (due_at, actor, causation, traceparent, clinic, kind, subject)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (clinic, kind, subject) do update
                    set due_at = excluded.due_at, actor = excluded.actor, causation = excluded.causation,
                        traceparent = excluded.traceparent, attempts = 0, retry_at = null, last_error = null
                    """, values);
        } else if (setAnew(opened.get(), values) == 0) {
            throw new TouchedMeanwhile();
        }
    }

    /**
     * Many things of one kind fall due, each at its time or sooner, if it was set for sooner already; in one statement.
     * A row that was due already is another one afterwards: a door that is open for it has not seen this reason.
     */
    public void sooner(String kind, Map<? extends Id, Instant> whens) {
        if (whens.isEmpty()) {
            return;
        }
        var work = ClinicContext.current().orElseThrow();
        var inOrder = new TreeMap<UUID, Instant>(); // whoever sets several at a time waits for others in the same order
        whens.forEach((subject, when) -> inOrder.put(subject.value(), when));
        sql.update(
                """
                insert into platform.due (due_at, actor, causation, traceparent, clinic, kind, subject)
                select w.due_at, ?, ?, ?, ?, ?, w.subject from unnest(?, ?) as w (subject, due_at) order by w.subject
                on conflict (clinic, kind, subject) do update
                set due_at = least(due.due_at, excluded.due_at), actor = excluded.actor, causation = excluded.causation,
                    traceparent = excluded.traceparent, attempts = 0, retry_at = null, last_error = null
                """,
                work.actor(),
                work.causation(),
                Trace.parent(),
                work.clinic().value(),
                kind,
                inOrder.keySet().toArray(UUID[]::new),
                inOrder.values().stream()
                        .map(when -> when.atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private int setAnew(OpenDoor opened, Object[] values) {
        var all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = opened.version();
        return sql.update("""
                update platform.due
                set due_at = ?, actor = ?, causation = ?, traceparent = ?, attempts = 0, retry_at = null, last_error = null
                where clinic = ? and kind = ? and subject = ?
                    and (xmin::text = ? or xmin = pg_current_xact_id()::xid)
                """, all);
    }

    /** A job: something is due now, and is done in a transaction of its own that may fail and be tried again. */
    public void now(String kind, Id subject) {
        at(kind, subject, clock.instant());
    }

    /** It is not due any more. The door that is open for it may say so too: it need not know whether it was opened or called. */
    public void cancel(String kind, Id subject) {
        var key = new Object[] {ClinicContext.clinic().value(), kind, subject.value()};
        var opened = OpenDoor.of(ClinicContext.clinic(), kind, subject.value());
        if (opened.isEmpty()) {
            sql.update("delete from platform.due where clinic = ? and kind = ? and subject = ?", key);
        } else if (!opened.get().isSettled()) {
            opened.get().settle(sql);
        }
    }
}
