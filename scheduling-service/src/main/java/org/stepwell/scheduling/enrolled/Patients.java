package org.stepwell.scheduling.enrolled;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.PatientsHere;
import org.stepwell.platform.database.Sql;

/** The patients of a clinic, without a name: scheduling needs none. */
@Singleton
public class Patients implements PatientsHere {

    private final Sql sql;

    Patients(Sql sql) {
        this.sql = sql;
    }

    /** Takes what enrollment says of a patient. */
    public void changed(PatientChanged patient) {
        sql.update("""
                insert into patient (id, language, zone) values (?, ?, ?)
                on conflict (clinic_id, id) do update set language = excluded.language, zone = excluded.zone
                """, patient.patient().value(), patient.language(), patient.zone());
    }

    /** Knows of a patient, of whom another event speaks first. */
    void mentioned(PatientId patient) {
        sql.update("insert into patient (id) values (?) on conflict do nothing", patient.value());
    }

    @Override
    public void mustKnow(PatientId patient) {
        if (!knows(patient)) {
            throw new NotFoundException();
        }
    }

    /** The language a patient reads, as an IETF tag; English where it is not known. */
    public String languageOf(PatientId patient) {
        return sql.one("""
                        select language from patient
                        where clinic_id = platform.current_clinic() and id = ? and language is not null
                        """, row -> row.getString(1), patient.value()).orElse("en");
    }

    /** Whether enrollment ever spoke of a patient. */
    public boolean knows(PatientId patient) {
        return sql.one(
                        "select 1 from patient where clinic_id = platform.current_clinic() and id = ?",
                        row -> row.getInt(1),
                        patient.value())
                .isPresent();
    }
}
