package org.stepwell.enrollment.account;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/** Whether somebody comes in as a patient, or may. */
@Singleton
public class ComingIn {

    private final Sql sql;

    ComingIn(Sql sql) {
        this.sql = sql;
    }

    /** By an account that has not ended, or an invitation that nobody has used. */
    public boolean mayComeInAs(PatientId patient) {
        return sql.one("""
                        select 1 where exists (
                            select from account
                            where clinic_id = platform.current_clinic() and patient_id = ? and status <> 'LEFT')
                        or exists (
                            select from invitation
                            where clinic_id = platform.current_clinic() and patient_id = ? and status = 'OPEN')
                        """, row -> row.getInt(1), patient.value(), patient.value())
                .isPresent();
    }
}
