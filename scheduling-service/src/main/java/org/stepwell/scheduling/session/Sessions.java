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
import org.stepwell.contracts.id.SessionId;
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

    /** When a group was to meet on a day on which the clinic then was closed. */
    List<SessionPlan.Occurrence> closedOn(GroupId group, LocalDate day) {
        return sql.list(
                """
            select distinct starts_at, ends_at from session
            where clinic_id = platform.current_clinic() and group_id = ? and day = ? and stands_for is null
              and cancelled_for = 'CLINIC_CLOSED'
            order by starts_at
            """,
                row -> new SessionPlan.Occurrence(
                        day, Columns.instant(row, "starts_at"), Columns.instant(row, "ends_at")),
                group.value(),
                day);
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
