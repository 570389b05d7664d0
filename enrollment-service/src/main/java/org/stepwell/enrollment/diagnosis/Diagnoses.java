package org.stepwell.enrollment.diagnosis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.enrollment.stop.StopsOnRecord;
import org.stepwell.platform.http.PageRequest;

/** The diagnoses of the clinic's patients, standing and ended. */
@Singleton
public class Diagnoses implements PanacheRepositoryBase<Diagnosis, DiagnosisId>, StopsOnRecord {

    /** The codes of what the patient has now. */
    public Set<String> standing(PatientId patient) {
        return list("patient = ?1 and endedAt is null", patient).stream()
                .map(Diagnosis::code)
                .collect(Collectors.toSet());
    }

    /** Nobody is treated here without a diagnosis that qualifies. */
    @Override
    public Set<Stop> of(PatientId patient, LocalDate today) {
        return standing(patient).stream().map(Code::new).anyMatch(Code::qualifies)
                ? EnumSet.noneOf(Stop.class)
                : EnumSet.of(Stop.NO_QUALIFYING_DIAGNOSIS);
    }

    Diagnosis lockedOf(DiagnosisId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Diagnosis> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }
}
