package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.database.Sql;

/** Who works here, with which credentials, and who answers for their work; they stand under every signature. */
@Singleton
public class StaffMembers {

    private final Sql sql;
    private final Set<Credential> independent;

    StaffMembers(Sql sql, PracticeSettings settings) {
        this.sql = sql;
        this.independent = settings.independent().stream().map(Credential::new).collect(Collectors.toUnmodifiableSet());
    }

    /** Takes what scheduling says of somebody. */
    public void changed(StaffChanged staff) {
        sql.update(
                """
                insert into staff (id, credentials, active, supervisor_id) values (?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set credentials = excluded.credentials, active = excluded.active, supervisor_id = excluded.supervisor_id
                """,
                staff.staff().value(),
                staff.credentials().toArray(String[]::new),
                staff.active(),
                staff.supervisor() == null ? null : staff.supervisor().value());
    }

    /** Who answers for somebody's work, where anybody does who works here now. */
    public Optional<StaffId> supervisorOf(StaffId staff) {
        return sql.one("""
                select boss.id from staff member
                join staff boss on boss.clinic_id = member.clinic_id and boss.id = member.supervisor_id and boss.active
                where member.clinic_id = platform.current_clinic() and member.id = ?
                """, row -> new StaffId(row.getObject("id", UUID.class)), staff.value());
    }

    /** Whether any of these credentials lets somebody practise independently; "Psy.D." and "PSYD" are one. */
    public boolean independent(Collection<String> credentials) {
        return credentials.stream().map(Credential::new).anyMatch(independent::contains);
    }

    /** Somebody who signs; refuses whoever does not work here, or has no credentials. */
    public Signer signer(StaffId who) {
        var held = held(who);
        return Signer.of(who, held.held(), held.independent());
    }

    /** What somebody holds, and whether it lets them practise independently. */
    public Credentials held(StaffId staff) {
        var held = credentials(staff).orElse(List.of());
        return new Credentials(held, independent(held));
    }

    /** The credentials of somebody who works here now; empty for anybody else. */
    public Optional<List<String>> credentials(StaffId staff) {
        return sql.one(
                "select credentials from staff where id = ? and active", StaffMembers::credentials, staff.value());
    }

    /** Of these, those who work here now, with their credentials. */
    public Map<UUID, List<String>> workingHere(Collection<UUID> staff) {
        record Line(UUID id, List<String> credentials) {}
        return sql
                .list(
                        "select id, credentials from staff where id = any (?) and active",
                        row -> new Line(row.getObject("id", UUID.class), credentials(row)),
                        (Object) staff.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Line::id, Line::credentials));
    }

    private static List<String> credentials(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("credentials").getArray());
    }
}
