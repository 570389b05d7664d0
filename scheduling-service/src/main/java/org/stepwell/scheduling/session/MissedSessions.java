package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.columns.Columns;

/**
 * Sessions that somebody had a seat in and missed, in whole or in part, or that were cancelled: those can be made up for, once. One that
 * is at another time now was not missed, and neither was one that the patient did not need any more, or was away on.
 */
@Singleton
public class MissedSessions {

    private static final String MISSED = """
            select s.id from seat t
            join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
            left join lateral (select * from attendance a
              where a.clinic_id = t.clinic_id and a.session_id = t.session_id and a.patient_id = t.patient_id
              order by a.version desc limit 1) a on true
            where t.clinic_id = platform.current_clinic() and t.episode_id = ? and t.kind <> 'AFTERCARE'
              and (s.status = 'CANCELLED'
                     and s.cancelled_for not in ('GROUP_CHANGED', 'PATIENT_AWAY', 'EPISODE_ENDED', 'NOT_NEEDED')
                   or (s.status = 'CLOSED' and coalesce(a.minutes, 0) < extract(epoch from s.ends_at - s.starts_at) / 60))
              and not exists (
                  select from seat m
                  where m.clinic_id = t.clinic_id and m.patient_id = t.patient_id and m.makes_up_for = s.id and m.live)
            """;

    private final Sql sql;

    MissedSessions(Sql sql) {
        this.sql = sql;
    }

    /** Those of a week that nothing makes up for yet, in the order they were. */
    public List<SessionId> of(EpisodeId episode, LocalDate weekStart, LocalDate lastDay) {
        return sql.list(
                MISSED + " and s.day between ? and ? order by s.starts_at",
                row -> Columns.id(row, "id", SessionId::new),
                episode.value(),
                weekStart,
                lastDay);
    }

    /** Refuses to make up for what was not missed, or is made up for already. */
    void require(EpisodeId episode, SessionId missed) {
        boolean was = sql.one(
                        MISSED + " and s.id = ?",
                        row -> Columns.id(row, "id", SessionId::new),
                        episode.value(),
                        missed.value())
                .isPresent();
        if (!was) {
            throw new Refusal(
                    SessionRule.MADE_UP_FOR_WHAT_WAS_MISSED,
                    "The patient missed nothing of it, or has a seat for it already. Leave makesUpFor out where the week simply"
                            + " lacks a session.",
                    List.of(new FieldError("/makesUpFor", "a session that the patient missed")));
        }
    }
}
