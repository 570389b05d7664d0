package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.reminder.Reminders;

/**
 * Seats, looked at and taken back by the set; a session counts its seats in the same statement. What one gives up, a member of the
 * group may have.
 */
@Singleton
public class Seats {

    private final MemberSeats memberSeats;
    private final Reminders reminders;
    private final Sql sql;

    Seats(MemberSeats memberSeats, Reminders reminders, Sql sql) {
        this.memberSeats = memberSeats;
        this.reminders = reminders;
        this.sql = sql;
    }

    /** Takes back the seats of an episode on the days away, except where they have come. */
    public void away(EpisodeId episode, Instant now) {
        free("""
                t.kind <> 'AFTERCARE' and t.episode_id = ? and exists (
                    select from absence a
                    where a.clinic_id = t.clinic_id and a.episode_id = t.episode_id and a.from_day <= s.day
                      and (a.back_on is null or a.back_on > s.day))
                """, now, episode.value());
    }

    /** Takes back the seats an episode has in a group's scheduled sessions after a last day, except where they have come. */
    public void leave(GroupId group, EpisodeId episode, LocalDate lastDay, Instant now) {
        free(
                "t.episode_id = ? and t.kind = 'MEMBER' and s.group_id = ? and s.day > ?",
                now,
                episode.value(),
                group.value(),
                lastDay);
    }

    /** Takes back every seat of an episode after its last day, except where they have come, and those of aftercare. */
    public void leaveAll(EpisodeId episode, LocalDate lastDay, Instant now) {
        free("t.kind <> 'AFTERCARE' and t.episode_id = ? and s.day > ?", now, episode.value(), lastDay);
    }

    /** A freed seat may be a member's, so that the groups are held first: nobody leaves one of them meanwhile. */
    private void free(String which, Instant now, Object... values) {
        sql.list("""
                select 1 from care_group g
                where g.clinic_id = platform.current_clinic() and g.id in (
                    select s.group_id from seat t
                    join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                    where t.clinic_id = platform.current_clinic() and s.status = 'SCHEDULED' and not t.came and %s)
                order by g.id for no key update
                """.formatted(which), row -> row.getInt(1), values);
        var freed = sql.list("""
                with freed as (
                    delete from seat t using session s
                    where t.clinic_id = platform.current_clinic() and s.clinic_id = t.clinic_id and s.id = t.session_id
                      and s.status = 'SCHEDULED' and not t.came and %s
                    returning t.session_id)
                update session set taken = taken - 1
                where clinic_id = platform.current_clinic() and id in (select session_id from freed)
                returning id
                """.formatted(which), row -> Columns.id(row, "id", SessionId::new), values);
        memberSeats.seatMembers(freed, now);
    }

    /** Refuses where somebody has come to a session that is held: they were there, and it is closed, not cancelled. */
    void requireNobodyCame(SessionId session) {
        sql.one(
                        "select count(*) from seat where clinic_id = platform.current_clinic() and session_id = ?"
                                + " and came",
                        row -> row.getInt(1),
                        session.value())
                .filter(came -> came > 0)
                .ifPresent(came -> {
                    throw new Refusal(
                            SessionRule.SOMEBODY_CAME, "%d have come. Close it, so that it counts.".formatted(came));
                });
    }

    /** Nobody sits in a session that was cancelled. */
    void giveBack(List<SessionId> cancelled) {
        sql.update(
                "update seat set live = false where clinic_id = platform.current_clinic() and session_id = any (?)",
                (Object) Columns.uuids(cancelled));
        reminders.changed(cancelled);
    }

    /** Everybody with a seat in a session. */
    public List<Seat> in(SessionId session) {
        return sql.list("""
                select patient_id, episode_id, kind, checked_in_at, checked_out_at, away_seconds from seat
                where clinic_id = platform.current_clinic() and session_id = ? order by patient_id
                """, Seats::read, session.value());
    }

    private static Seat read(ResultSet row) throws SQLException {
        return new Seat(
                Columns.id(row, "patient_id", PatientId::new),
                Columns.id(row, "episode_id", EpisodeId::new),
                Seat.Kind.valueOf(row.getString("kind")),
                Columns.instantOrNull(row, "checked_in_at"),
                Columns.instantOrNull(row, "checked_out_at"),
                Duration.ofSeconds(row.getInt("away_seconds")));
    }
}
