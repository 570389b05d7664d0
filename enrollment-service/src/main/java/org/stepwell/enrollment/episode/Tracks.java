package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;

/** In which track an episode was on each day: a report of last month says what was then. */
@Singleton
class Tracks {

    private final Sql sql;

    Tracks(Sql sql) {
        this.sql = sql;
    }

    /** This track from a day on, whatever was said for later days. */
    void from(EpisodeId episode, LocalDate day, String track) {
        sql.update(
                "delete from episode_track where clinic_id = platform.current_clinic() and episode_id = ? and first_day >= ?",
                episode.value(),
                day);
        sql.update(
                "insert into episode_track (episode_id, first_day, track) values (?, ?, ?)",
                episode.value(),
                day,
                track);
    }
}
