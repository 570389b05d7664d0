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

    /** One that was cancelled after a later one was held keeps its place: what was held is not counted anew. */
    private void assign(Set<GroupId> groups) {
        sql.update("""
                with numbered as (
                    select o.id, row_number() over (partition by o.group_id order by o.starts_at) as place
                    from session o
                    join care_group g on g.clinic_id = o.clinic_id and g.id = o.group_id
                    where o.clinic_id = platform.current_clinic() and o.group_id = any (?) and o.day >= g.units_from
                      and (o.status <> 'CANCELLED' or o.starts_at < (
                          select max(h.starts_at) from session h
                          where h.clinic_id = o.clinic_id and h.group_id = o.group_id and h.status = 'CLOSED')))
                update session s set unit = u.unit
                from (
                    select o.id, g.units[1 + (n.place - 1) % nullif(cardinality(g.units), 0)] as unit
                    from session o
                    join care_group g on g.clinic_id = o.clinic_id and g.id = o.group_id
                    left join numbered n on n.id = o.id
                    where o.clinic_id = platform.current_clinic() and o.group_id = any (?) and o.day >= g.units_from
                      and o.starts_at > ?) u
                where s.clinic_id = platform.current_clinic() and s.id = u.id and s.unit is distinct from u.unit
                """, Columns.uuids(groups), Columns.uuids(groups), time.now());
    }
}
