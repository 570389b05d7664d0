package org.stepwell.therapy.naloxone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;

/** To whom naloxone was offered. */
@Singleton
class NaloxoneOffers implements PanacheRepositoryBase<NaloxoneOffer, UUID> {

    List<NaloxoneOffer> of(PatientId patient, UUID after, int count) {
        return find("patient = ?1 and id > ?2 order by id", patient, after)
                .page(0, count)
                .list();
    }

    boolean anyOf(PatientId patient) {
        return !of(patient, new UUID(0, 0), 1).isEmpty();
    }
}
