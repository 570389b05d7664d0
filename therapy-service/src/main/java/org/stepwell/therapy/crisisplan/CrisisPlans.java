package org.stepwell.therapy.crisisplan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.seal.SealedJson;

/** The crisis plans of the clinic in their versions, and what they say: it is sealed, for each version by itself. */
@Singleton
public class CrisisPlans implements PanacheRepositoryBase<CrisisPlan, UUID> {

    private static final String PART = "crisis-plan";

    private final SealedJson sealed;
    private final MergedPatients merged;

    CrisisPlans(SealedJson sealed, MergedPatients merged) {
        this.sealed = sealed;
        this.merged = merged;
    }

    /** Whether a patient has one. */
    public boolean isWritten(PatientId patient) {
        return newest(patient).isPresent();
    }

    /** When the newest of a patient was written. */
    public Optional<Instant> writtenAt(PatientId patient) {
        return newest(patient).map(CrisisPlan::writtenAt);
    }

    Optional<CrisisPlan> newest(PatientId patient) {
        return find("patient.value in ?1 order by version desc, id desc", records(patient))
                .firstResultOptional();
    }

    /** Of a patient, oldest first. */
    List<CrisisPlan> of(PatientId patient, UUID after, int count) {
        return find("patient.value in ?1 and id > ?2 order by id", records(patient), after)
                .page(0, count)
                .list();
    }

    /** What was written for a record that was merged into the patient's is theirs. */
    private List<UUID> records(PatientId patient) {
        return List.of(merged.recordsOf(patient));
    }

    String seal(UUID version, CrisisPlanContent content) {
        return sealed.seal(PART, version, content);
    }

    CrisisPlanContent open(CrisisPlan plan) {
        return sealed.open(PART, plan.id(), plan.content(), CrisisPlanContent.class);
    }

    CrisisPlanView.VersionView show(CrisisPlan plan) {
        return plan.view(open(plan));
    }
}
