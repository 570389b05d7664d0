package org.stepwell.scheduling.feed;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** What stands in somebody's calendar: two weeks back, and all that is planned; one statement each. */
@Singleton
class Entries {

    private static final Duration BACK = Duration.ofDays(14);

    private final MergedPatients merged;
    private final Sql sql;

    Entries(MergedPatients merged, Sql sql) {
        this.merged = merged;
        this.sql = sql;
    }

    List<Entry> of(PatientId patient, Instant now) {
        return sql.list("""
                select s.id, t.starts_at, t.ends_at, s.status = 'CANCELLED' as cancelled, null::text as place
                from seat t
                join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                where t.clinic_id = platform.current_clinic() and t.patient_id = any (?) and t.starts_at > ?
                order by t.starts_at, s.id
                """, row -> read(row, patient.value()), merged.recordsOf(patient), now.minus(BACK));
    }

    /** 404 for somebody who does not work here any more, should they still have an account. */
    List<Entry> of(StaffId staff, Instant now) {
        if (!worksHere(staff)) {
            throw new NotFoundException();
        }
        return sql.list("""
                select s.id, s.starts_at, s.ends_at, s.status = 'CANCELLED' as cancelled, r.name as place
                from session_facilitator f
                join session s on s.clinic_id = f.clinic_id and s.id = f.session_id
                left join room r on r.clinic_id = s.clinic_id and r.id = s.room_id
                where f.clinic_id = platform.current_clinic() and f.staff_id = ? and f.starts_at > ?
                order by s.starts_at, s.id
                """, row -> read(row, staff.value()), staff.value(), now.minus(BACK));
    }

    private boolean worksHere(StaffId staff) {
        return sql.one(
                        "select 1 from staff_member where clinic_id = platform.current_clinic() and id = ? and active",
                        row -> 1,
                        staff.value())
                .isPresent();
    }

    private static Entry read(ResultSet row, UUID owner) throws SQLException {
        var id = UUID.nameUUIDFromBytes(
                "%s|%s".formatted(row.getString("id"), owner).getBytes(StandardCharsets.UTF_8));
        return new Entry(
                id,
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                row.getBoolean("cancelled"),
                row.getString("place"));
    }
}
