package org.stepwell.enrollment.screening;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.stop.Disposition;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.enrollment.stop.StopsOnRecord;

/** Somebody had their eighteenth birthday since they were screened, or their birth date was corrected. */
@Singleton
class AgeOnRecord implements StopsOnRecord {

    private final Patients patients;

    AgeOnRecord(Patients patients) {
        this.patients = patients;
    }

    /** Nothing: a screening finds a minor itself, and a program says whom it takes. */
    @Override
    public Set<Stop> of(PatientId patient, LocalDate day) {
        return Set.of();
    }

    @Override
    public Map<Stop, Disposition> settled(PatientId patient, LocalDate day) {
        return patients.isMinor(patient, day) ? Map.of() : Map.of(Stop.UNDER_AGE, Disposition.GROWN_UP);
    }
}
