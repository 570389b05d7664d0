package org.stepwell.scheduling.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;

/** The sessions of a clinic. */
@Singleton
class Sessions implements PanacheRepositoryBase<Session, SessionId> {

    /** By the room and by whoever leads, of the days around each wish; a session is shorter than a day. */
    private static final String BUSY = """
            with w as (select * from unnest(?::timestamptz[], ?::timestamptz[]) as w(starts_at, ends_at))
            select w.starts_at from w
            join session s on s.clinic_id = platform.current_clinic() and s.room_id = ? and s.status <> 'CANCELLED'
              and s.starts_at > w.starts_at - interval '1 day' and s.starts_at < w.ends_at and s.ends_at > w.starts_at
            union
            select w.starts_at from w
            join session_facilitator f on f.clinic_id = platform.current_clinic() and f.staff_id = any (?) and f.live
              and f.starts_at > w.starts_at - interval '1 day' and f.starts_at < w.ends_at and f.ends_at > w.starts_at
            """;

    private static final String AFTER = "s.group_id = ? and s.day > ?";

    private static final String ON = "s.starts_at >= ? and s.starts_at < ?";

    private final Sql sql;

    private final ClinicTime time;

    Sessions(Sql sql, ClinicTime time) {
        this.sql = sql;
        this.time = time;
    }

    Session of(SessionId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** The same, held until the transaction ends, so that whoever seats or closes it waits. */
    Session lockedOf(SessionId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** Scheduled sessions of a group after a day, held until the transaction ends; whoever checks in meanwhile waits. */
    List<Session> heldToWhichNobodyCame(GroupId group, LocalDate day) {
        return held(AFTER, group.value(), day);
    }

    /** The same of all groups on a day. */
    List<Session> heldToWhichNobodyCame(LocalDate day) {
        return held(ON, time.startOf(day), time.startOf(day.plusDays(1)));
    }

    /**
     * The sessions of a group that stand for its days from one on, held until the transaction ends, in order. What was cancelled with
     * the group's hours, or because the clinic is closed, stands for nothing.
     */
    List<SeriesChange.Standing> standing(GroupId group, LocalDate from, Instant now) {
        sql.list("""
            select 1 from session s
            where s.clinic_id = platform.current_clinic() and s.group_id = ? and coalesce(s.stands_for, s.day) >= ?
            order by s.id for update
            """, row -> row.getInt(1), group.value(), from);
        return sql.list(
                """
            select s.id, coalesce(s.stands_for, s.day) as stands_for, s.starts_at, s.ends_at,
                   s.stands_for is not null or s.status <> 'SCHEDULED' or s.starts_at <= ? or exists (
                       select from seat t
                       where t.clinic_id = s.clinic_id and t.session_id = s.id and t.came) as fixed
            from session s
            where s.clinic_id = platform.current_clinic() and s.group_id = ? and coalesce(s.stands_for, s.day) >= ?
              and (s.cancelled_for is null or s.cancelled_for not in ('GROUP_CHANGED', 'CLINIC_CLOSED', 'GROUP_ENDED'))
            order by s.starts_at, s.id
            """,
                row -> new SeriesChange.Standing(
                        Columns.id(row, "id", SessionId::new),
                        Columns.day(row, "stands_for"),
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        row.getBoolean("fixed")),
                now,
                group.value(),
                from);
    }

    /** A session that was cancelled because the clinic was closed, as it was. */
    record Closed(SessionPlan plan, SessionPlan.Occurrence when) {}

    /** What a group was to do on a day on which the clinic then was closed, unless it is done already, or the group changed before it. */
    List<Closed> closedOn(SessionPlan plan, LocalDate day) {
        return sql.list(
                """
            select distinct on (s.starts_at) s.starts_at, s.ends_at, s.room_id, s.meeting_link, s.capacity, s.fewest, array(
                select f.staff_id from session_facilitator f
                where f.clinic_id = s.clinic_id and f.session_id = s.id order by f.staff_id) as leaders
            from session s
            where s.clinic_id = platform.current_clinic() and s.group_id = ? and s.day = ? and s.stands_for is null
              and s.cancelled_for = 'CLINIC_CLOSED' and not s.outdated and not exists (
                select from session o
                where o.clinic_id = s.clinic_id and o.group_id = s.group_id and o.starts_at = s.starts_at
                  and o.status <> 'CANCELLED')
            order by s.starts_at, s.id desc
            """,
                row -> new Closed(
                        plan.as(
                                new Venue(Columns.idOrNull(row, "room_id", RoomId::new), row.getString("meeting_link")),
                                row.getInt("capacity"),
                                row.getInt("fewest"),
                                Columns.ids(row, "leaders", StaffId::new)),
                        new SessionPlan.Occurrence(
                                day, Columns.instant(row, "starts_at"), Columns.instant(row, "ends_at"))),
                plan.group().value(),
                day);
    }

    /** Whether a group met on this day of the two weeks before. */
    boolean metTheWeeksBefore(GroupId group, LocalDate day) {
        return sql.one("""
                        select 1 from session
                        where clinic_id = platform.current_clinic() and group_id = ? and day in (?::date - 7, ?::date - 14) limit 1
                        """, row -> 1, group.value(), day, day).isPresent();
    }

    /** Whether a group meets by a link, from the day on from which it was last changed. */
    boolean meetsByLink(@Nullable GroupId group) {
        return group != null
                && sql.one(
                                "select meeting_link is not null from care_group"
                                        + " where clinic_id = platform.current_clinic() and id = ?",
                                row -> row.getBoolean(1),
                                group.value())
                        .orElse(false);
    }

    /** What is known of a session here is read anew, because it is changed by the set. */
    void forget(Session session) {
        getEntityManager().flush();
        getEntityManager().detach(session);
    }

    private List<Session> held(String which, Object... values) {
        sql.list("""
            select 1 from session s
            where s.clinic_id = platform.current_clinic() and %s and s.status = 'SCHEDULED'
            order by s.id for update
            """.formatted(which), row -> row.getInt(1), values);
        return withLeaders(sql.list("""
            select s.id from session s
            where s.clinic_id = platform.current_clinic() and %s and s.status = 'SCHEDULED'
              and not exists (
                  select from seat t
                  where t.clinic_id = s.clinic_id and t.session_id = s.id and t.came)
            """.formatted(which), row -> Columns.id(row, "id", SessionId::new), values));
    }

    /** Several sessions with everybody who leads them, in the order they start. */
    List<Session> withLeaders(List<SessionId> ids) {
        return ids.isEmpty()
                ? List.of()
                : find(
                                "select distinct s from Session s left join fetch s.facilitators"
                                        + " where s.id in ?1 order by s.startsAt",
                                ids)
                        .list();
    }

    /** Those of the wished times at which the room or somebody who leads is busy already. */
    Set<java.time.Instant> busy(SessionPlan plan, List<SessionPlan.Occurrence> wished) {
        return new HashSet<>(sql.list(
                BUSY,
                row -> Columns.instant(row, "starts_at"),
                wished.stream().map(one -> one.startsAt().toString()).toArray(String[]::new),
                wished.stream().map(one -> one.endsAt().toString()).toArray(String[]::new),
                plan.venue().roomId(),
                Columns.uuids(plan.facilitators())));
    }
}
