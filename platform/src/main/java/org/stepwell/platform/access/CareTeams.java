package org.stepwell.platform.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
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
        if (staff.length > 0) {
            assessedAnew(team.patient());
        } else {
            sql.update(
                    "insert into platform.care_ended (patient_id) values (?) on conflict do nothing",
                    team.patient().value());
        }
    }

    /** Intake looks at somebody whose care was over: whoever assesses may see them again. */
    public void assessedAnew(PatientId patient) {
        sql.update(
                "delete from platform.care_ended where clinic_id = platform.current_clinic() and patient_id = ?",
                patient.value());
    }

    /** Whether somebody treats a patient; until the last word on the patient's team was applied here, nobody knows. */
    Membership of(@Nullable StaffId staff, PatientId patient) {
        return sql.one(
                        """
                        select %s as waits, count(*) > 0 as treated, coalesce(bool_or(staff_id = ?), false) as included,
                            exists (select from platform.care_ended
                                    where clinic_id = platform.current_clinic() and patient_id = ?) as ended
                        from platform.care_team
                        where clinic_id = platform.current_clinic() and patient_id = ?
                        """.formatted(Unapplied.WAITS),
                        CareTeams::read,
                        UNAPPLIED.about(
                                ClinicContext.clinic(),
                                CareTeamChanged.keyOf(patient),
                                staff == null ? null : staff.value(),
                                patient.value(),
                                patient.value()))
                .orElseThrow();
    }

    private static Membership read(ResultSet row) throws SQLException {
        boolean treated = row.getBoolean("treated");
        boolean included = row.getBoolean("included");
        if ((treated && !included) || row.getBoolean("ended")) {
            return Membership.NONE;
        }
        if (row.getBoolean("waits")) {
            return Membership.NOT_KNOWN;
        }
        return included ? Membership.MEMBER : Membership.UNASSIGNED;
    }

    /**
     * SQL, true where a member of the staff, its one parameter, is known to treat the patient whom a column names. All three ask
     * for one row, because "exists" beside an "or" is answered by reading the whole table.
     */
    public static String includes(String patient) {
        return """
                ((select true from platform.care_team c where c.clinic_id = platform.current_clinic()
                    and c.patient_id = %1$s and c.staff_id = ? limit 1) is true and %2$s)
                """.formatted(patient, isKnown(patient));
    }

    /** SQL, true where it is known that nobody treats the patient whom a column names, and nobody did until their care was over. */
    public static String nobody(String patient) {
        return """
                ((select true from platform.care_team c where c.clinic_id = platform.current_clinic()
                    and c.patient_id = %1$s limit 1) is null
                 and (select true from platform.care_ended o where o.clinic_id = platform.current_clinic()
                    and o.patient_id = %1$s limit 1) is null and %2$s)
                """.formatted(patient, isKnown(patient));
    }

    private static String isKnown(String patient) {
        return """
                (select true from platform.parked where listener = '%s' and topic = '%s'
                    and key = platform.current_clinic() || '/%s' || %s limit 1) is null
                """.formatted(UNAPPLIED.listener(), UNAPPLIED.topic(), CareTeamChanged.KIND, patient);
    }

    /** Whether somebody is in a patient's care team. */
    enum Membership {
        MEMBER,
        /** Others treat the patient, or nobody does any more. */
        NONE,
        /** Nobody treats the patient yet. */
        UNASSIGNED,
        /** What was said last waits among the parked. */
        NOT_KNOWN
    }
}
