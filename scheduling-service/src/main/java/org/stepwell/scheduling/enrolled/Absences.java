package org.stepwell.scheduling.enrolled;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeResumed;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** When the patients of a clinic are away, as enrollment says it. */
@Singleton
public class Absences {

    private final Sql sql;

    Absences(Sql sql) {
        this.sql = sql;
    }

    /**
     * A time away that goes on.
     *
     * @param keepSeatsUntil the last day on which places are kept, or null where they are given back at once
     */
    public record Open(LocalDate from, @Nullable LocalDate keepSeatsUntil) {}

    /** Somebody is away, or for another time than was said. */
    public void held(EpisodeHeld event) {
        sql.update("""
                insert into absence (episode_id, from_day, keep_seats_until) values (?, ?, ?)
                on conflict (clinic_id, episode_id, from_day) do update
                set keep_seats_until = excluded.keep_seats_until, back_on = null
                """, event.episode().value(), event.from(), event.keepSeatsUntil());
    }

    /** Somebody comes back. */
    public void resumed(EpisodeResumed event) {
        sql.update("""
                update absence set back_on = ?
                where clinic_id = platform.current_clinic() and episode_id = ? and back_on is null
                """, event.from(), event.episode().value());
    }

    /** The time in which somebody is away now and not known to come back. */
    public Optional<Open> openOf(EpisodeId episode) {
        return sql.one(
                """
                select from_day, keep_seats_until from absence
                where clinic_id = platform.current_clinic() and episode_id = ? and back_on is null
                """,
                row -> new Open(Columns.day(row, "from_day"), Columns.dayOrNull(row, "keep_seats_until")),
                episode.value());
    }
}
