package org.stepwell.platform.task;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.Reach;
import org.stepwell.platform.access.Role;

/** A page of the tasks that somebody may see, those due longest first. */
final class TaskSearch {

    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** What is asked for; whatever is null does not matter. */
    record Filter(
            boolean mine,
            @Nullable Role role,
            @Nullable String kind,
            @Nullable TaskStatus status,
            @Nullable PatientId patient) {}

    TaskSearch(Reach reach, Filter filter, @Nullable UUID after, int limit) {
        seenBy(reach);
        if (filter.mine()) {
            and("t.staff_id = ?", reach.staffOrNobody());
        }
        if (filter.role() != null) {
            and("? = any (t.roles)", filter.role().name());
        }
        if (filter.kind() != null) {
            and("t.kind = ?", filter.kind());
        }
        if (filter.patient() != null) {
            and("t.patient_id = ?", filter.patient().value());
        }
        if (filter.status() == null) {
            and("t.ended_at is null");
        } else {
            and("t.status = ?", filter.status().name());
        }
        if (after != null) {
            and("""
                    (t.due_at, t.id) > (select a.due_at, a.id from platform.task a
                        where a.clinic_id = platform.current_clinic() and a.id = ?)
                    """, after);
        }
        values.add(limit);
    }

    private void seenBy(Reach reach) {
        if (!reach.overseesAll()) {
            and(
                    "(t.staff_id = ? or t.roles && ?)",
                    reach.staffOrNobody(),
                    reach.roles().stream().map(Role::name).toArray(String[]::new));
        }
        if (!reach.wholeClinic()) {
            and("(t.patient_id is null or " + CareTeams.includes("t.patient_id") + ")", reach.staffOrNobody());
        }
    }

    private void and(String condition, Object... with) {
        where.append(" and ").append(condition);
        values.addAll(List.of(with));
    }

    String statement() {
        return "select * from platform.task t where t.clinic_id = platform.current_clinic()" + where
                + " order by t.due_at, t.id limit ?";
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }
}
