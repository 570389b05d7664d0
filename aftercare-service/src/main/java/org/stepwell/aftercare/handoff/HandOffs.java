package org.stepwell.aftercare.handoff;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.platform.database.Sql;

/** What therapy handed over, one of an episode; it may come before aftercare has a plan for it, or without there ever being one. */
@Singleton
public class HandOffs {

    private static final SummaryColumn SUMMARY = new SummaryColumn();

    private final Sql sql;

    HandOffs(Sql sql) {
        this.sql = sql;
    }

    /** Therapy's summary of an episode is signed. */
    public void signed(DischargeSummarySigned summary) {
        sql.update(
                """
                insert into hand_off (episode_id, patient_id, signed_at, said) values (?, ?, ?, ?::jsonb)
                on conflict (clinic_id, episode_id) do update
                set patient_id = excluded.patient_id, signed_at = excluded.signed_at, said = excluded.said
                """,
                summary.episode().value(),
                summary.patient().value(),
                summary.at(),
                SUMMARY.convertToDatabaseColumn(summary));
    }

    /** What was handed over of an episode, once it was. */
    public Optional<DischargeSummarySigned> of(EpisodeId episode) {
        return sql.one(
                "select said from hand_off where clinic_id = platform.current_clinic() and episode_id = ?",
                row -> Objects.requireNonNull(SUMMARY.convertToEntityAttribute(row.getString("said"))),
                episode.value());
    }
}
