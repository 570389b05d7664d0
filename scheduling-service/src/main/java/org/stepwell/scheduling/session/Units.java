package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** Says what each session of a group is about: the units of its curriculum in turn, over the sessions that are not cancelled. */
@Singleton
class Units {

    private final Sql sql;

    Units(Sql sql) {
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

    private void assign(Set<GroupId> groups) {
        sql.update("""
                update session s set unit = u.unit
                from (
                    select o.id, case when o.status = 'CANCELLED' then null
                        else g.units[1 + (row_number() over (partition by o.group_id, o.status = 'CANCELLED' order by o.starts_at) - 1)
                            % nullif(cardinality(g.units), 0)] end as unit
                    from session o
                    join care_group g on g.clinic_id = o.clinic_id and g.id = o.group_id
                    where o.clinic_id = platform.current_clinic() and o.group_id = any (?)
                      and o.day >= coalesce(g.units_from, g.starts_on)) u
                where s.clinic_id = platform.current_clinic() and s.id = u.id and s.status <> 'CLOSED'
                  and s.unit is distinct from u.unit
                """, (Object) Columns.uuids(groups));
    }
}
