package org.stepwell.scheduling.enrolled;

import jakarta.inject.Singleton;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The patients of a clinic, without a name: scheduling needs none. */
@Singleton
public class Patients {

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

    /** 404 for somebody who is no patient of this clinic. */
    public void require(PatientId patient) {
        boolean known = sql.one(
                        "select 1 from patient where clinic_id = platform.current_clinic() and id = ?",
                        row -> row.getInt(1),
                        patient.value())
                .isPresent();
        if (!known) {
            throw new Refusal(HttpRule.NOT_FOUND, "There is no such patient (%s).".formatted(patient));
        }
    }
}
