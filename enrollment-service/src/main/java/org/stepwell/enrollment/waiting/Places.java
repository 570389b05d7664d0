package org.stepwell.enrollment.waiting;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.scheduling.SchedulingState.PlacesChanged;
import org.stepwell.enrollment.episode.WaitingFor;
import org.stepwell.platform.database.Sql;

/** Free places, as scheduling counts them, against those that are kept for somebody. */
@Singleton
public class Places {

    private final Sql sql;

    Places(Sql sql) {
        this.sql = sql;
    }

    /** Scheduling says how many seats a track still has. */
    public void changed(PlacesChanged places) {
        sql.update("""
                insert into free_places (program_id, track, from_date, free) values (?, ?, ?, ?)
                on conflict (clinic_id, program_id, track) do update set from_date = excluded.from_date, free = excluded.free
                """, places.program().value(), places.track(), places.from(), places.free());
    }

    /**
     * A track's places.
     *
     * @param known false until scheduling has said how many there are
     * @param kept offered or promised to others, who are not admitted yet
     * @param coming admitted, and not seated by scheduling yet: their places still look free
     */
    record Count(boolean known, int free, int kept, int coming) {}

    /** Those who give places of one track take turns until their transaction ends. */
    Count count(WaitingFor place, EpisodeId but) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(platform.current_clinic()::text || ? || ?, 4))",
                row -> 1,
                place.program().toString(),
                place.track());
        return sql.one(
                        """
                        select (select free from free_places
                                where clinic_id = platform.current_clinic() and program_id = ? and track = ?) as free,
                               (select count(*) from offer join episode
                                    on episode.clinic_id = offer.clinic_id and episode.id = offer.episode_id
                                where offer.clinic_id = platform.current_clinic() and offer.status in ('OPEN', 'ACCEPTED')
                                  and episode.status = 'WAITING' and episode.program_id = ? and episode.track = ?
                                  and episode.id <> ?) as kept,
                               (select count(*) from episode
                                where clinic_id = platform.current_clinic() and program_id = ? and track = ?
                                  and status = 'ADMITTED' and placement is null) as coming
                        """,
                        row -> new Count(
                                row.getObject("free") != null,
                                row.getInt("free"),
                                row.getInt("kept"),
                                row.getInt("coming")),
                        place.program().value(),
                        place.track(),
                        place.program().value(),
                        place.track(),
                        but.value(),
                        place.program().value(),
                        place.track())
                .orElseThrow();
    }
}
