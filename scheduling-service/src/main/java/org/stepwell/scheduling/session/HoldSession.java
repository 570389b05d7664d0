package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingState.SessionChanged;
import org.stepwell.platform.database.Sql;

/** What is done with a session while it takes place and after: look at it, note who comes and goes, close it. */
@Singleton
public class HoldSession {

    private final Sessions sessions;
    private final UnclosedSessions unclosed;
    private final Sql sql;

    HoldSession(Sessions sessions, UnclosedSessions unclosed, Sql sql) {
        this.sessions = sessions;
        this.unclosed = unclosed;
        this.sql = sql;
    }

    /** The session; 404 where there is none. */
    public HeldSession of(SessionId id) {
        return sessions.of(id).held();
    }

    /** The session, held until the transaction ends: who seats or closes it at the same time waits. */
    public HeldSession lockedOf(SessionId id) {
        return sessions.lockedOf(id).held();
    }

    /** Closes the session: from now on its attendance is corrected, not taken. */
    public SessionChanged close(SessionId id, Instant now) {
        unclosed.settled(id, now);
        return sessions.of(id).close(now);
    }

    /**
     * Notes when somebody came. The first time counts; whoever went and comes again was away in between. False where they have no seat.
     */
    public boolean checkIn(SessionId id, PatientId patient, Instant at) {
        return sql.update("""
                        update seat set checked_in_at = coalesce(checked_in_at, said.at),
                            checked_out_at = case when checked_out_at > said.at then checked_out_at end,
                            away_seconds = away_seconds + case when checked_out_at <= said.at then extract(epoch from
                                least(greatest(said.at, starts_at), ends_at) - least(greatest(checked_out_at, starts_at), ends_at))
                                else 0 end
                        from (select ?::timestamptz as at) said
                        where clinic_id = platform.current_clinic() and session_id = ? and patient_id = ? and live
                        """, at, id.value(), patient.value()) == 1;
    }

    /** Notes when somebody went; the last time counts. False where they have not come. */
    public boolean checkOut(SessionId id, PatientId patient, Instant at) {
        return sql.update("""
                        update seat set checked_out_at = ?
                        where clinic_id = platform.current_clinic() and session_id = ? and patient_id = ? and live
                          and checked_in_at <= ?
                        """, at, id.value(), patient.value(), at) == 1;
    }
}
