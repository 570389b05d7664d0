package org.stepwell.aftercare.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;

/** Since when patients count their days, and what they counted before. */
@Singleton
class SobrietyRuns implements PanacheRepositoryBase<SobrietyRun, UUID> {

    private static final int SHOWN_MAX = 200;

    private final MergedPatients merged;

    SobrietyRuns(MergedPatients merged) {
        this.merged = merged;
    }

    Optional<SobrietyRun> current(PatientId patient) {
        return find("patient in ?1 and lastDay is null order by id desc", merged.allOf(patient))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one by which days are still counted. */
    Optional<SobrietyRun> running(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(run -> run.lastDay() == null);
    }

    /** All of a patient, the newest first. */
    List<SobrietyRun> of(PatientId patient) {
        return find("patient in ?1 order by since desc, id desc", merged.allOf(patient))
                .page(0, SHOWN_MAX)
                .list();
    }
}
