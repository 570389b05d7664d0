package org.stepwell.scheduling.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.session.SessionRule;

/** The groups of a clinic. */
@Singleton
class Groups implements PanacheRepositoryBase<Group, GroupId> {

    private static final String SHARED_HOURS = """
            select g.name, coalesce(g.room_id = ?, false) as same_room
            from care_group g
            join group_slot h on h.clinic_id = g.clinic_id and h.group_id = g.id
            join unnest(?, ?::time[], ?::time[]) as w(weekday, opens_at, closes_at)
              on w.weekday = h.weekday and w.opens_at < h.closes_at and w.closes_at > h.opens_at
            where g.clinic_id = platform.current_clinic() and g.status = 'RUNNING' and g.id is distinct from ?
              and not (? and g.repeats is not null)
              and least(g.ends_on, h.last_day, 'infinity') >= ? and h.first_day <= coalesce(?::date, 'infinity')
              and (g.room_id = ? or exists (
                  select from group_facilitator f
                  where f.clinic_id = g.clinic_id and f.group_id = g.id and f.staff_id = any (?)))
            order by same_room desc, g.name limit 1
            """;

    private final Sql sql;

    Groups(Sql sql) {
        this.sql = sql;
    }

    Group of(GroupId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** The same, held until the transaction ends: whoever joins, leaves or plans its sessions waits. */
    Group lockedOf(GroupId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** As it is now, whatever this transaction has read before. */
    Group fresh(Group group) {
        getEntityManager().refresh(group);
        return group;
    }

    List<Group> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Those that have made their sessions until a day, and beyond. */
    List<Group> plannedOver(LocalDate day) {
        return list(
                "select distinct g from care_group g join fetch g.timetable.slots where g.status = ?1 and g.run.startsOn <= ?2"
                        + " and g.run.plannedThrough >= ?2 order by g.id.value",
                Group.Status.RUNNING,
                day);
    }

    /**
     * Refuses hours at which, from a day on, a running group already has the room or somebody who leads. Of those that do not meet in each
     * week two may share their hours: where their sessions clash, one is left out, and is work for somebody.
     */
    void requireFreeHours(GroupPlan plan, LocalDate from, @Nullable GroupId besides) {
        sql.one(
                        SHARED_HOURS,
                        row -> row.getBoolean("same_room")
                                ? new Refusal(
                                        SessionRule.NO_ROOM_TWICE,
                                        "%s meets there then. Choose another room or other hours."
                                                .formatted(row.getString("name")))
                                : new Refusal(
                                        SessionRule.NO_FACILITATOR_TWICE,
                                        "%s has one of them then. Choose somebody else or other hours."
                                                .formatted(row.getString("name"))),
                        plan.venue().roomId(),
                        plan.slots().stream().map(slot -> slot.weekday().name()).toArray(String[]::new),
                        plan.slots().stream()
                                .map(Slot::opensAt)
                                .map(Object::toString)
                                .toArray(String[]::new),
                        plan.slots().stream()
                                .map(Slot::closesAt)
                                .map(Object::toString)
                                .toArray(String[]::new),
                        besides == null ? null : besides.value(),
                        plan.repeats() != null,
                        from,
                        plan.endsOn(),
                        plan.venue().roomId(),
                        Columns.uuids(plan.facilitators()))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }
}
