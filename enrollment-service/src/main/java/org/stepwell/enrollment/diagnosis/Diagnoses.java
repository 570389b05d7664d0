package org.stepwell.enrollment.diagnosis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.patient.OnceMerged;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.enrollment.stop.StopsOnRecord;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.PageRequest;

/** The diagnoses of the clinic's patients, standing and ended. */
@Singleton
public class Diagnoses implements PanacheRepositoryBase<Diagnosis, DiagnosisId>, StopsOnRecord, OnceMerged {

    private final Outbox outbox;

    Diagnoses(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The codes of what the patient has now. */
    public Set<String> standing(PatientId patient) {
        return standingOf(patient).map(Diagnosis::code).collect(Collectors.toSet());
    }

    /**
     * One for which somebody is treated here.
     *
     * @param until missing while it stands
     */
    public record Treated(
            PatientId patient,
            String code,
            Instant since,
            @Nullable Instant until) {}

    /** Of these patients, all that were ever treated here, oldest first; what was entered wrongly never was. */
    public List<Treated> treated(Collection<PatientId> patients) {
        return list("patient in ?1 order by id.value", patients).stream()
                .filter(one -> one.isTrue() && new Code(one.code()).qualifies())
                .map(one -> new Treated(one.patient(), one.code(), one.diagnosedAt(), one.endedAt()))
                .toList();
    }

    private Stream<Diagnosis> standingOf(PatientId patient) {
        return list("patient = ?1 and endedAt is null order by id.value", patient).stream();
    }

    /** The other services hear what the patient has from now on. */
    void tellOf(PatientId patient, Instant now) {
        outbox.append(new DiagnosisChanged(
                patient, standingOf(patient).map(Diagnosis::said).toList(), now));
    }

    @Override
    public void merged(PatientId survivor, PatientId duplicate, Instant now) {
        tellOf(survivor, now);
        tellOf(duplicate, now);
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
