package org.stepwell.scheduling.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** The sessions of a clinic. */
@Singleton
class Sessions implements PanacheRepositoryBase<Session, SessionId> {

    private static final String BUSY = """
            select distinct w.starts_at
            from unnest(?::timestamptz[], ?::timestamptz[]) as w(starts_at, ends_at)
            join session s on s.clinic_id = platform.current_clinic()
              and s.starts_at < w.ends_at and s.ends_at > w.starts_at and s.status <> 'CANCELLED'
            where s.room_id = ? or exists (
                select from session_facilitator f
                where f.clinic_id = s.clinic_id and f.session_id = s.id and f.live and f.staff_id = any (?))
            """;

    private final Sql sql;

    Sessions(Sql sql) {
        this.sql = sql;
    }

    Session of(SessionId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** The same, held until the transaction ends, so that whoever seats or closes it waits. */
    Session lockedOf(SessionId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Session> scheduledAfter(GroupId group, LocalDate day) {
        return find(
                        "select distinct s from Session s left join fetch s.facilitators"
                                + " where s.group = ?1 and s.day > ?2 and s.status = ?3 order by s.startsAt",
                        group,
                        day,
                        Session.Status.SCHEDULED)
                .list();
    }

    /** Those of the wished times at which the room or somebody who leads is busy already. */
    Set<java.time.Instant> busy(SessionPlan plan, List<SessionPlan.Occurrence> wished) {
        return new HashSet<>(sql.list(
                BUSY,
                row -> Columns.instant(row, "starts_at"),
                wished.stream().map(one -> one.startsAt().toString()).toArray(String[]::new),
                wished.stream().map(one -> one.endsAt().toString()).toArray(String[]::new),
                plan.room().value(),
                Columns.uuids(plan.facilitators())));
    }
}
