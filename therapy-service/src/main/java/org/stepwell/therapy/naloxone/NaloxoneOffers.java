package org.stepwell.therapy.naloxone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** To whom naloxone was offered. */
@Singleton
class NaloxoneOffers implements PanacheRepositoryBase<NaloxoneOffer, UUID> {

    List<NaloxoneOffer> of(PatientId patient, UUID after, int count) {
        return find("patient = ?1 and id > ?2 order by id", patient, after)
                .page(0, count)
                .list();
    }

    /** The last of a stay. */
    Optional<NaloxoneOffer> lastOf(EpisodeId episode) {
        return find("episode = ?1 order by day desc, id desc", episode).firstResultOptional();
    }
}
