package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;

/** Says what each session of a group is about: the units of its curriculum in turn, over the sessions that are not cancelled. */
@Singleton
class Units {

    private final ClinicTime time;
    private final Sql sql;

    Units(ClinicTime time, Sql sql) {
        this.time = time;
        this.sql = sql;
    }

    /** After sessions of a group were made or moved; what was held stays what it was. */
    void assign(GroupId group) {
        assign(Set.of(group));
    }

    /** After these were cancelled or moved; visits are about nothing of the kind. */
    void assignAround(Collection<Session> sessions) {
        var groups = new HashSet<GroupId>();
        for (var session : sessions) {
            @Nullable GroupId group = session.held().group();
            if (group != null) {
                groups.add(group);
            }
        }
        if (!groups.isEmpty()) {
            assign(groups);
        }
    }

    /**
     * Those ahead go on from what was held last, so that no unit is left out and what was held stays what it was; one that is cancelled
     * leaves its unit to the next.
     */
    private void assign(Set<GroupId> groups) {
        var now = time.now();
        sql.update("""
                with held as (
                    select distinct on (o.group_id) o.group_id, array_position(g.units, o.unit) as place
                    from session o
                    join care_group g on g.clinic_id = o.clinic_id and g.id = o.group_id
                    where o.clinic_id = platform.current_clinic() and o.group_id = any (?) and o.day >= g.units_from
                      and o.status <> 'CANCELLED' and o.starts_at <= ?
                    order by o.group_id, o.starts_at desc),
                ahead as (
                    select o.id, g.units, o.status = 'CANCELLED' as cancelled, coalesce(held.place, 0)
                        + count(*) filter (where o.status <> 'CANCELLED') over (
                            partition by o.group_id order by o.starts_at, o.id) as place
                    from session o
                    join care_group g on g.clinic_id = o.clinic_id and g.id = o.group_id
                    left join held on held.group_id = o.group_id
                    where o.clinic_id = platform.current_clinic() and o.group_id = any (?) and o.day >= g.units_from
                      and o.starts_at > ?)
                update session s set unit = u.unit
                from (
                    select id, case when not cancelled then units[(1 + (place - 1) % nullif(cardinality(units), 0))::int] end as unit
                    from ahead) u
                where s.clinic_id = platform.current_clinic() and s.id = u.id and s.unit is distinct from u.unit
                """, Columns.uuids(groups), now, Columns.uuids(groups), now);
    }
}
