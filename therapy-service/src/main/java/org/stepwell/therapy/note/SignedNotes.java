package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;

/** How much of an episode is signed for, and how much is not. */
@Singleton
public class SignedNotes {

    private final Sql sql;

    SignedNotes(Sql sql) {
        this.sql = sql;
    }

    /** The number of the episode's parts that stand signed. */
    public int of(EpisodeId episode) {
        return sql.one(
                        "select count(*) from note_part where episode_id = ? and signed_at is not null and struck_at is null",
                        row -> row.getInt(1),
                        episode.value())
                .orElseThrow();
    }

    /** The number of its parts that are owed: the patient was there, and nobody has signed for it yet. */
    public int owed(EpisodeId episode) {
        return sql.one("""
                        select count(*) from note_part
                        where clinic_id = platform.current_clinic() and episode_id = ? and present and signed_at is null
                        """, row -> row.getInt(1), episode.value()).orElseThrow();
    }
}
