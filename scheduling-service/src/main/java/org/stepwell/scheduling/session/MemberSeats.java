package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.availability.KeptApart;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.reminder.Reminders;

/**
 * Seats given to the members of groups, by the set. A session counts its seats in the same statement, and the database refuses one
 * more than there are, or a second seat at the same time.
 */
@Singleton
public class MemberSeats {

    private final Reminders reminders;
    private final Weeks weeks;
    private final Sql sql;

    MemberSeats(Reminders reminders, Weeks weeks, Sql sql) {
        this.reminders = reminders;
        this.weeks = weeks;
        this.sql = sql;
    }

    /**
     * Seats somebody in every session of a group that is still to come and has a seat left, except where they are away
     * or have another seat at that time, such as a make-up seat, or would sit with a guest from whom they are kept apart.
     */
    public void join(GroupId group, PatientId patient, EpisodeId episode, LocalDate from, Instant now) {
        seat("s.group_id = ? and s.day >= ?", patient, episode, now, group.value(), from);
    }

    /** Nobody joins or leaves the group of a session until the transaction ends. */
    void holdGroupOf(SessionId session) {
        sql.list("""
                select 1 from care_group g
                where g.clinic_id = platform.current_clinic() and g.id = (
                    select s.group_id from session s where s.clinic_id = platform.current_clinic() and s.id = ?)
                for no key update
                """, row -> row.getInt(1), session.value());
    }

    /** There are seats in these sessions, whose groups are held: members for whom there was none have them, whoever has been one for longest first. */
    void seatMembers(Collection<SessionId> sessions, Instant now) {
        if (sessions.isEmpty()) {
            return;
        }
        record Unseated(SessionId session, PatientId patient, EpisodeId episode) {}
        sql.list(
                        """
                        select s.id, m.patient_id, m.episode_id
                        from session s
                        join membership m on m.clinic_id = s.clinic_id and m.group_id = s.group_id and m.status <> 'LEFT'
                          and m.from_day <= s.day and (m.last_day is null or m.last_day >= s.day)
                        where s.clinic_id = platform.current_clinic() and s.id = any (?) and s.starts_at > ?
                          and s.status = 'SCHEDULED' and s.taken < s.capacity and not exists (
                            select from seat t
                            where t.clinic_id = s.clinic_id and t.patient_id = m.patient_id
                              and (t.session_id = s.id or t.live and t.starts_at < s.ends_at and t.ends_at > s.starts_at))
                          and not exists (
                            select from absence a
                            where a.clinic_id = s.clinic_id and a.episode_id = m.episode_id and a.from_day <= s.day
                              and (a.back_on is null or a.back_on > s.day))
                        order by s.id, m.from_day, m.id
                        """,
                        row -> new Unseated(
                                Columns.id(row, "id", SessionId::new),
                                Columns.id(row, "patient_id", PatientId::new),
                                Columns.id(row, "episode_id", EpisodeId::new)),
                        Columns.uuids(sessions),
                        now)
                .forEach(one -> {
                    boolean given = seat(
                            "s.id = ?",
                            one.patient(),
                            one.episode(),
                            now,
                            one.session().value());
                    if (given) {
                        weeks.sessionChanged(one.session());
                    }
                });
    }

    private boolean seat(String where, PatientId patient, EpisodeId episode, Instant now, Object... values) {
        var all = new ArrayList<Object>(List.of(values));
        all.addAll(List.of(
                now,
                patient.value(),
                episode.value(),
                patient.value(),
                patient.value(),
                patient.value(),
                episode.value()));
        boolean given = sql.update("""
                with taken as (
                    update session s set taken = taken + 1
                    where s.clinic_id = platform.current_clinic() and %s
                      and s.starts_at > ? and s.status = 'SCHEDULED' and s.taken < s.capacity
                      and not exists (
                          select from seat t
                          where t.clinic_id = s.clinic_id and t.patient_id = ? and t.live
                            and t.starts_at < s.ends_at and t.ends_at > s.starts_at)
                      and not exists (
                          select from absence a
                          where a.clinic_id = s.clinic_id and a.episode_id = ? and a.from_day <= s.day
                            and (a.back_on is null or a.back_on > s.day))
                      and not exists (
                          select from seat o
                          where o.clinic_id = s.clinic_id and o.session_id = s.id and o.live and %s)
                    returning s.id, s.starts_at, s.ends_at)
                insert into seat (session_id, patient_id, episode_id, kind, starts_at, ends_at)
                select id, ?, ?, 'MEMBER', starts_at, ends_at from taken
                """.formatted(where, KeptApart.from("o.patient_id")), all.toArray()) > 0;
        reminders.seated(List.of(patient));
        return given;
    }

    /** A member of a group, from a day to their last one. */
    public record Member(
            PatientId patient,
            EpisodeId episode,
            LocalDate from,
            @Nullable LocalDate lastDay) {}

    /**
     * Seats the members of a group in sessions that were just made; a member who is away or busy elsewhere then is left out. Those who
     * turned out to be kept apart come last, one by one: whoever has been a member for longest has the seat.
     */
    public void fill(List<SessionId> sessions, List<Member> members, Instant now) {
        var patients = Columns.uuids(members.stream().map(Member::patient).toList());
        sql.update(
                """
                with given as (
                    insert into seat (session_id, patient_id, episode_id, kind, starts_at, ends_at)
                    select s.id, m.patient, m.episode, 'MEMBER', s.starts_at, s.ends_at
                    from session s
                    join unnest(?, ?, ?::date[], ?::date[]) as m(patient, episode, from_day, last_day)
                      on m.from_day <= s.day and (m.last_day is null or m.last_day >= s.day)
                    where s.clinic_id = platform.current_clinic() and s.id = any (?)
                      and not exists (
                          select from absence a
                          where a.clinic_id = s.clinic_id and a.episode_id = m.episode and a.from_day <= s.day
                            and (a.back_on is null or a.back_on > s.day))
                      and not exists (
                          select from kept_apart k
                          where k.clinic_id = s.clinic_id and (k.one_id = m.patient or k.other_id = m.patient) and (
                              k.one_id = any (?) and k.other_id = any (?) or exists (
                                  select from seat o
                                  where o.clinic_id = s.clinic_id and o.session_id = s.id and o.live
                                    and o.patient_id in (k.one_id, k.other_id))))
                    on conflict do nothing
                    returning session_id)
                update session set taken = taken + g.seats
                from (select session_id, count(*) as seats from given group by session_id) g
                where clinic_id = platform.current_clinic() and id = g.session_id
                """,
                patients,
                Columns.uuids(members.stream().map(Member::episode).toList()),
                Columns.days(members.stream().map(Member::from).toList()),
                Columns.days(members.stream().map(Member::lastDay).toList()),
                Columns.uuids(sessions),
                patients,
                patients);
        seatMembers(sessions, now);
        reminders.seated(members.stream().map(Member::patient).toList());
    }

    /** A session is on another day: its seats are of those who are here then, and as far as they reach, of the members who are not busy. */
    void fitDay(SessionId session, Instant now) {
        sql.update("""
                with freed as (
                    delete from seat t using session s
                    where t.clinic_id = platform.current_clinic() and t.session_id = ? and s.clinic_id = t.clinic_id
                      and s.id = t.session_id and not t.came and t.kind <> 'AFTERCARE' and (
                        exists (
                            select from absence a
                            where a.clinic_id = t.clinic_id and a.episode_id = t.episode_id and a.from_day <= s.day
                              and (a.back_on is null or a.back_on > s.day))
                        or exists (
                            select from episode e
                            where e.clinic_id = t.clinic_id and e.id = t.episode_id
                              and (e.starts_on > s.day or e.last_day < s.day))
                        or (t.kind = 'MEMBER' and not exists (
                            select from membership m
                            where m.clinic_id = t.clinic_id and m.group_id = s.group_id and m.episode_id = t.episode_id
                              and m.status <> 'LEFT' and m.from_day <= s.day
                              and (m.last_day is null or m.last_day >= s.day))))
                    returning t.session_id)
                update session s set taken = taken - (select count(*) from freed)
                where s.clinic_id = platform.current_clinic() and s.id = ?
                """, session.value(), session.value());
        seatMembers(List.of(session), now);
    }
}
