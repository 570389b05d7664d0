package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.reporting.Days;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** Of whom there may be lines of claims in some days, whoever pays for them. */
@Singleton
class BilledPatients {

    private final Sql sql;

    BilledPatients(Sql sql) {
        this.sql = sql;
    }

    /** Whoever attended in these days, or was billed for one of them, in the order of their ids. */
    List<PatientId> page(Days days, PageRequest page) {
        return sql.list(
                """
                select patient_id from (
                    select patient_id from attended_session
                    where clinic_id = platform.current_clinic() and day between ? and ? and minutes > 0
                    union
                    select coverage.patient_id from claim_told told
                    join coverage on coverage.clinic_id = told.clinic_id and coverage.id = told.coverage_id
                    where told.clinic_id = platform.current_clinic() and told.day between ? and ?) billed
                where patient_id > ?
                  and exists (select from patient where clinic_id = platform.current_clinic() and id = billed.patient_id)
                order by patient_id limit ?
                """,
                row -> new PatientId(row.getObject("patient_id", UUID.class)),
                days.from(),
                days.to(),
                days.from(),
                days.to(),
                page.after(),
                page.fetch());
    }
}
