package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.SafetyChanged;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;

/** Raises a flag; one that stands already stands on, and is told of once. */
@Singleton
public class RaiseFlag {

    private final Sql sql;
    private final Outbox outbox;

    RaiseFlag(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    /** Something was found that can not wait. */
    public void raise(PatientId patient, EpisodeId episode, String flag, Instant now) {
        boolean first = sql.one(
                        """
                        insert into safety_flag (id, patient_id, episode_id, flag, raised_at, last_raised_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (clinic_id, patient_id, flag) where cleared_at is null do update
                        set last_raised_at = excluded.last_raised_at, times_raised = safety_flag.times_raised + 1,
                            version = safety_flag.version + 1
                        returning times_raised = 1
                        """, row -> row.getBoolean(1), Uuid7.next(), patient.value(), episode.value(), flag, now, now)
                .orElseThrow();
        if (first) {
            outbox.append(new SafetyChanged(patient, episode, flag, true, now));
        }
    }
}
