package org.stepwell.aftercare.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SupportPersonId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.seal.SealedJson;

/** The support people of the clinic's patients. */
@Singleton
class Supporters implements PanacheRepositoryBase<SupportPerson, SupportPersonId> {

    static final int MAX = 20;

    private static final String PART = "support-person";

    private final MergedPatients merged;
    private final SealedJson sealed;

    Supporters(MergedPatients merged, SealedJson sealed) {
        this.merged = merged;
        this.sealed = sealed;
    }

    SupportPerson of(SupportPersonId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    SupportPerson locked(SupportPersonId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** Those of a patient, also those who were named in a record that was found to be the same person's. */
    List<SupportPerson> of(PatientId patient) {
        return find("patient in ?1 and forgottenAt is null order by id.value", merged.allOf(patient))
                .page(0, 2 * MAX)
                .list();
    }

    String seal(SupportPersonId id, Support said) {
        return sealed.seal(PART, id.value(), said);
    }

    Support open(SupportPerson person) {
        return sealed.open(PART, person.id().value(), person.sealed(), Support.class);
    }
}
