package org.stepwell.therapy.certification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;

/** What physicians certified. */
@Singleton
class Certifications implements PanacheRepositoryBase<Certification, CertificationId> {

    /** Those of an episode, the first first: one in sixty days. */
    List<Certification> of(EpisodeId episode) {
        return list("episode = ?1 order by firstDay", episode);
    }
}
