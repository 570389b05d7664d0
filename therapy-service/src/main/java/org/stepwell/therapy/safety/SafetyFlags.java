package org.stepwell.therapy.safety;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;

/** The flags of the clinic, open and cleared. */
@Singleton
class SafetyFlags implements PanacheRepositoryBase<SafetyFlag, UUID> {

    List<SafetyFlag> of(PatientId patient, UUID after, int count) {
        return find("patient = ?1 and id > ?2 order by id", patient, after)
                .page(0, count)
                .list();
    }

    /** The risk of suicide that somebody assessed last. */
    Optional<SafetyFlag> lastAssessed(PatientId patient) {
        return find("patient = ?1 and riskLevel is not null order by clearedAt desc", patient)
                .firstResultOptional();
    }

    /** The open flag of a name; locked, so that it is cleared once. */
    Optional<SafetyFlag> open(PatientId patient, String flag) {
        return named(patient, flag).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** The same, to be read. */
    Optional<SafetyFlag> standing(PatientId patient, String flag) {
        return named(patient, flag).singleResultOptional();
    }

    private PanacheQuery<SafetyFlag> named(PatientId patient, String flag) {
        return find("patient = ?1 and flag = ?2 and clearedAt is null", patient, flag);
    }
}
