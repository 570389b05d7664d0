package org.stepwell.therapy.career;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** Which skills were worked on with whom; all words are kept, and the last one on a session or a day stands. */
@Singleton
class SkillsWorkedOn implements PanacheRepositoryBase<SkillWork, UUID> {

    /** What stands of the last words on an episode, by the day, oldest first. */
    List<SkillWork> last(EpisodeId episode, int count) {
        var places = new HashSet<Object>();
        return find("episode = ?1 order by day desc, id desc", episode).page(0, count).list().stream()
                .filter(work -> places.add(work.place()) && !work.skills().isEmpty())
                .toList()
                .reversed();
    }
}
