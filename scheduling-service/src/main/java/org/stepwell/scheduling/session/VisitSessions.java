package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.reminder.Reminders;

/** Visits as sessions: made with the one seat they have, and cancelled where their patient does not come. */
@Singleton
public class VisitSessions {

    private final Sessions sessions;
    private final PlanSessions planSessions;
    private final UnclosedSessions unclosed;
    private final Reminders reminders;
    private final Weeks weeks;
    private final Outbox outbox;
    private final Sql sql;

    VisitSessions(
            Sessions sessions,
            PlanSessions planSessions,
            UnclosedSessions unclosed,
            Reminders reminders,
            Weeks weeks,
            Outbox outbox,
            Sql sql) {
        this.sessions = sessions;
        this.planSessions = planSessions;
        this.unclosed = unclosed;
        this.reminders = reminders;
        this.weeks = weeks;
        this.outbox = outbox;
        this.sql = sql;
    }

    /** Makes all of them; whoever has taken the clinician, the patient or the room meanwhile keeps them, and all is refused. */
    public List<SessionId> book(VisitPlan plan, List<SessionPlan.Occurrence> times, Instant now) {
        var made = times.stream()
                .map(when -> new Session(new SessionId(Uuid7.next()), plan, when))
                .toList();
        var ids = made.stream().map(Session::id).toList();
        sessions.persist(made);
        sessions.flush();
        sql.update(
                """
                with given as (
                    insert into seat (session_id, patient_id, episode_id, kind, starts_at, ends_at)
                    select id, ?, ?, ?, starts_at, ends_at from session
                    where clinic_id = platform.current_clinic() and id = any (?)
                    returning session_id)
                update session set taken = 1
                where clinic_id = platform.current_clinic() and id in (select session_id from given)
                """, plan.patient().value(), plan.episode().value(), plan.kind().name(), Columns.uuids(ids));
        reminders.seated(List.of(plan.patient()));
        unclosed.watch(made);
        made.forEach(session -> outbox.append(session.told(now)));
        ids.forEach(weeks::sessionChanged);
        return ids;
    }

    /** Cancels the visits of an episode on the days away, except where the patient has come: the clinician's time is free. */
    public void cancelAway(EpisodeId episode, Instant now) {
        cancel(CancellationReason.PATIENT_AWAY, now, """
                t.kind = 'VISIT' and exists (
                    select from absence a
                    where a.clinic_id = t.clinic_id and a.episode_id = t.episode_id and a.from_day <= s.day
                      and (a.back_on is null or a.back_on > s.day))
                """, episode.value());
    }

    /** Cancels the visits of an episode after its last day, except where the patient has come, and those of aftercare. */
    public void cancelAfter(EpisodeId episode, LocalDate lastDay, Instant now) {
        cancel(CancellationReason.EPISODE_ENDED, now, "t.kind = 'VISIT' and s.day > ?", episode.value(), lastDay);
    }

    /** The last day is a later one than was said: what was a visit of aftercare until then is one of the stay. */
    public void ofTheStay(EpisodeId episode, LocalDate lastDay) {
        sql.update("""
                update seat t set kind = 'VISIT' from session s
                where t.clinic_id = platform.current_clinic() and t.episode_id = ? and t.kind = 'AFTERCARE'
                  and s.clinic_id = t.clinic_id and s.id = t.session_id and s.day <= ?
                """, episode.value(), lastDay);
    }

    /** Cancels the visits after an episode that are still to come, from a day on: aftercare asks for none any more. */
    public void cancelAftercare(EpisodeId episode, LocalDate from, Instant now) {
        cancel(
                CancellationReason.NOT_NEEDED,
                now,
                "t.kind = 'AFTERCARE' and s.day >= ? and s.starts_at > ?",
                episode.value(),
                from,
                now);
    }

    private void cancel(CancellationReason reason, Instant now, String on, Object... episodeAndDay) {
        var left = sql.list(
                """
                select s.id from seat t
                join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                where t.clinic_id = platform.current_clinic() and t.episode_id = ? and t.live
                  and not t.came and s.status = 'SCHEDULED' and\s
                """ + on + " order by s.id for update of s",
                row -> Columns.id(row, "id", SessionId::new),
                episodeAndDay);
        planSessions.cancel(sessions.withLeaders(left), reason, now);
    }
}
