package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.therapy.notetext.Participation;

/** How patients took part in groups, as signed notes say. */
@Singleton
public class TakingPart {

    private final Sql sql;

    TakingPart(Sql sql) {
        this.sql = sql;
    }

    /** How a patient took part on a day. */
    public record Taken(LocalDate day, Participation participation) {}

    /** All of an episode that stands signed, by day. */
    public List<Taken> of(EpisodeId episode) {
        return sql.list(
                """
                select n.date, p.participation from note_part p
                join note n on n.clinic_id = p.clinic_id and n.id = p.note_id
                where p.clinic_id = platform.current_clinic() and p.episode_id = ? and p.signed_at is not null
                    and p.struck_at is null and p.participation is not null
                order by n.date, p.id
                """,
                row -> new Taken(
                        row.getObject("date", LocalDate.class), Participation.valueOf(row.getString("participation"))),
                episode.value());
    }
}
