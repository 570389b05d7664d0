package org.stepwell.platform.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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

    /** Something falls due at a time of the clinic; an earlier setting of the same is replaced. */
    public void at(String kind, Id subject, Instant when) {
        var work = ClinicContext.current().orElseThrow();
        sql.update(
                """
                insert into platform.due (clinic, kind, subject, due_at, actor, causation, traceparent)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic, kind, subject) do update
                set due_at = excluded.due_at, actor = excluded.actor, causation = excluded.causation,
                    traceparent = excluded.traceparent, attempts = 0, retry_at = null, last_error = null
                """,
                work.clinic().value(),
                kind,
                subject.value(),
                when,
                work.actor(),
                work.causation(),
                Trace.parent());
    }

    /** A job: something is due now, and is done in a transaction of its own that may fail and be tried again. */
    public void now(String kind, Id subject) {
        at(kind, subject, clock.instant());
    }

    /** It is not due any more. */
    public void cancel(String kind, Id subject) {
        sql.update(
                "delete from platform.due where clinic = ? and kind = ? and subject = ?",
                ClinicContext.clinic().value(),
                kind,
                subject.value());
    }
}
