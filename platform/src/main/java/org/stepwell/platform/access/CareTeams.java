package org.stepwell.platform.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Unapplied;

/** Who treats whom, as enrollment says it. */
@Singleton
public class CareTeams {

    private static final Unapplied UNAPPLIED = Unapplied.of(CareTeamChanged.class);

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

    /** Whether somebody treats a patient; until the last word on the patient's team was applied here, nobody knows. */
    Membership of(StaffId staff, PatientId patient) {
        return sql.one(
                        """
                        select %s as waits, exists (
                            select 1 from platform.care_team
                            where clinic_id = platform.current_clinic() and patient_id = ? and staff_id = ?) as included
                        """.formatted(Unapplied.WAITS),
                        CareTeams::read,
                        UNAPPLIED.about(
                                ClinicContext.clinic(), CareTeamChanged.keyOf(patient), patient.value(), staff.value()))
                .orElseThrow();
    }

    private static Membership read(ResultSet row) throws SQLException {
        if (!row.getBoolean("included")) {
            return Membership.NONE;
        }
        return row.getBoolean("waits") ? Membership.NOT_KNOWN : Membership.MEMBER;
    }

    /** Whether somebody is in a patient's care team. */
    enum Membership {
        MEMBER,
        NONE,
        /** They were, and something said since then waits among the parked. */
        NOT_KNOWN
    }
}
