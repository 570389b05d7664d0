package org.stepwell.platform.access;

import jakarta.inject.Singleton;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;

/** Who treats whom, as enrollment says it. */
@Singleton
public class CareTeams {

    private final Sql sql;

    CareTeams(Sql sql) {
        this.sql = sql;
    }

    /** Takes the whole team of a patient; within a transaction of the clinic. */
    public void changed(CareTeamChanged team) {
        var staff = team.members().stream()
                .map(member -> member.staff().value())
                .distinct()
                .toArray(java.util.UUID[]::new);
        sql.update(
                "delete from platform.care_team where clinic_id = platform.current_clinic() and patient_id = ? and staff_id <> all (?)",
                team.patient().value(),
                staff);
        sql.update("""
                insert into platform.care_team (patient_id, staff_id) select ?, unnest(?)
                on conflict do nothing
                """, team.patient().value(), staff);
    }

    boolean include(PatientId patient, StaffId staff) {
        return sql.one(
                        "select 1 from platform.care_team where clinic_id = platform.current_clinic() and patient_id = ? and staff_id = ?",
                        row -> row.getInt(1),
                        patient.value(),
                        staff.value())
                .isPresent();
    }
}
