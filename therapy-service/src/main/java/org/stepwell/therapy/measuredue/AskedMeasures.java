package org.stepwell.therapy.measuredue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What patients and staff were asked. Whoever means to change one locks the calendar of its episode first. */
@Singleton
class AskedMeasures implements PanacheRepositoryBase<AskedMeasure, UUID> {

    List<AskedMeasure> open(EpisodeId episode) {
        return list("episode = ?1 and status = ?2 order by dueOn, id", episode, AskedStatus.OPEN);
    }

    List<AskedMeasure> open(PatientId patient) {
        return list("patient = ?1 and status = ?2 order by dueOn, id", patient, AskedStatus.OPEN);
    }

    Optional<AskedMeasure> open(EpisodeId episode, String instrument) {
        return find("episode = ?1 and instrument = ?2 and status = ?3", episode, instrument, AskedStatus.OPEN)
                .singleResultOptional();
    }

    /** The screener that nobody was asked any more, for they were said to have died. */
    Optional<AskedMeasure> screenerWithdrawn(EpisodeId episode) {
        return find(
                        "episode = ?1 and occasion = ?2 and status = ?3 order by id desc",
                        episode,
                        Occasion.SUICIDE_ITEM,
                        AskedStatus.WITHDRAWN)
                .firstResultOptional();
    }

    /** Those of an episode that ended, the last so many, newest last. */
    List<AskedMeasure> ended(EpisodeId episode, int count) {
        return find("episode = ?1 and status <> ?2 order by id desc", episode, AskedStatus.OPEN)
                .page(0, count)
                .list()
                .reversed();
    }
}
