package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;

/** Whose work a patient is first: nobody's who has left. */
@Singleton
public class PrimaryClinicians {

    private final Sql sql;

    PrimaryClinicians(Sql sql) {
        this.sql = sql;
    }

    /** The patient's primary clinician who works here; none where it is for the supervisors. */
    public Optional<StaffId> of(PatientId patient) {
        return sql.one("""
                select s.id from patient p
                join staff s on s.clinic_id = p.clinic_id and s.id = p.primary_clinician_id and s.active
                where p.clinic_id = platform.current_clinic() and p.id = ?
                """, row -> new StaffId(row.getObject("id", UUID.class)), patient.value());
    }
}
