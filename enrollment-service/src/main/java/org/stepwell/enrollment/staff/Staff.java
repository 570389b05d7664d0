package org.stepwell.enrollment.staff;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Sql;

/** Who works at the clinic, as scheduling says it. */
@Singleton
public class Staff {

    private final Sql sql;

    Staff(Sql sql) {
        this.sql = sql;
    }

    /** Takes what scheduling says of somebody. */
    public void changed(StaffChanged member) {
        sql.update(
                """
                insert into staff (id, active, credentials) values (?, ?, ?)
                on conflict (clinic_id, id) do update set active = excluded.active, credentials = excluded.credentials
                """,
                member.staff().value(),
                member.active(),
                member.credentials().toArray(String[]::new));
    }

    /** What somebody holds, such as LCSW; nothing of whom scheduling has not told. */
    public List<String> credentialsOf(StaffId member) {
        return sql.one(
                        "select credentials from staff where clinic_id = platform.current_clinic() and id = ?",
                        row -> List.of((String[]) row.getArray("credentials").getArray()),
                        member.value())
                .orElse(List.of());
    }

    /** What each of some holds; nothing of whom scheduling has not told. */
    public Map<StaffId, List<String>> credentialsOf(List<StaffId> asked) {
        record Holds(StaffId member, List<String> credentials) {}
        return sql
                .list(
                        "select id, credentials from staff where clinic_id = platform.current_clinic() and id = any (?)",
                        row -> new Holds(new StaffId(row.getObject("id", UUID.class)), List.of((String[])
                                row.getArray("credentials").getArray())),
                        (Object) asked.stream().map(StaffId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Holds::member, Holds::credentials));
    }

    /** Those of these who work here now. */
    public Set<StaffId> activeAmong(List<StaffId> asked) {
        return new HashSet<>(sql.list(
                "select id from staff where clinic_id = platform.current_clinic() and active and id = any (?)",
                row -> new StaffId(row.getObject("id", UUID.class)),
                (Object) asked.stream().map(StaffId::value).toArray(UUID[]::new)));
    }
}
