package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.reminder.Reminders;

/** Single seats besides those of the members of a group. */
@Singleton
class GuestSeats {

    private final Reminders reminders;
    private final Sql sql;

    GuestSeats(Reminders reminders, Sql sql) {
        this.reminders = reminders;
        this.sql = sql;
    }

    /**
     * Gives somebody one seat in one session, to make up for another.
     *
     * @param instead the session that was missed; none where the week simply lacks one
     */
    void makeUp(HeldSession session, PatientId patient, EpisodeId episode, @Nullable SessionId instead) {
        int given = sql.update(
                """
                with taken as (
                    update session set taken = taken + 1
                    where clinic_id = platform.current_clinic() and id = ? and status = 'SCHEDULED'
                      and taken < capacity
                    returning id, starts_at, ends_at)
                insert into seat (session_id, patient_id, episode_id, kind, makes_up_for, starts_at, ends_at)
                select id, ?, ?, ?, ?, starts_at, ends_at from taken
                """,
                session.id().value(),
                patient.value(),
                episode.value(),
                (instead == null ? Seat.Kind.EXTRA : Seat.Kind.MAKE_UP).name(),
                instead == null ? null : instead.value());
        if (given == 0) {
            throw isIn("SCHEDULED", session.id())
                    ? new Refusal(
                            SessionRule.SESSION_FULL,
                            "Session %s has no seat left. Choose another one.".formatted(session.id()))
                    : new Refusal(
                            SessionRule.SESSION_IS_OVER,
                            "Session %s was closed or cancelled at this moment.".formatted(session.id()));
        }
        reminders.seated(List.of(patient));
    }

    /**
     * Gives up a seat that its patient has besides those of their groups; the session goes on for the others.
     *
     * @return the episode whose seat it was
     */
    EpisodeId giveUp(SessionId session, PatientId patient) {
        return sql.one("""
                with freed as (
                    delete from seat
                    where clinic_id = platform.current_clinic() and session_id = ? and patient_id = ?
                      and kind not in ('MEMBER', 'VISIT', 'AFTERCARE') and live and not came
                    returning session_id, episode_id)
                update session s set taken = taken - 1 from freed
                where s.clinic_id = platform.current_clinic() and s.id = freed.session_id and s.status = 'SCHEDULED'
                returning freed.episode_id
                """, row -> Columns.id(row, "episode_id", EpisodeId::new), session.value(), patient.value())
                .orElseThrow(() -> new Refusal(
                        SessionRule.ONLY_AN_EXTRA_SEAT_IS_GIVEN_UP,
                        "The patient has none in this session, or has come. Members leave the group instead."));
    }

    /** Gives somebody a seat in a closed session, in which they were; no more people were there than it has seats. */
    void afterwards(SessionId session, PatientId patient, EpisodeId episode) {
        int given = sql.update("""
                with taken as (
                    update session set taken = taken + 1
                    where clinic_id = platform.current_clinic() and id = ? and status = 'CLOSED' and capacity > (
                        select count(*) from seat t
                        join lateral (select a.minutes from attendance a
                          where a.clinic_id = t.clinic_id and a.session_id = t.session_id and a.patient_id = t.patient_id
                          order by a.version desc limit 1) newest on newest.minutes > 0
                        where t.clinic_id = platform.current_clinic() and t.session_id = ?)
                    returning id, starts_at, ends_at)
                insert into seat (session_id, patient_id, episode_id, kind, starts_at, ends_at)
                select id, ?, ?, 'EXTRA', starts_at, ends_at from taken
                """, session.value(), session.value(), patient.value(), episode.value());
        if (given == 0) {
            throw isIn("CLOSED", session)
                    ? new Refusal(
                            SessionRule.SESSION_FULL, "As many were in session %s as it has seats.".formatted(session))
                    : new Refusal(SessionRule.SESSION_IS_OVER, "Session %s was cancelled.".formatted(session));
        }
    }

    private boolean isIn(String status, SessionId session) {
        return sql.one(
                        "select status from session where clinic_id = platform.current_clinic() and id = ?",
                        row -> row.getString(1),
                        session.value())
                .filter(status::equals)
                .isPresent();
    }
}
