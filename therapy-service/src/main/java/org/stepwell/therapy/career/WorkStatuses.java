package org.stepwell.therapy.career;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** How patients stood to work and school, with all that was corrected. */
@Singleton
class WorkStatuses implements PanacheRepositoryBase<WorkStatus, UUID> {

    /** The last of an episode, oldest first: by the day, and of the same day by when it was told. */
    List<WorkStatusView> last(EpisodeId episode, int count) {
        var days = new HashSet<LocalDate>();
        var views = new ArrayList<WorkStatusView>();
        find("episode = ?1 order by day desc, toldAt desc, id desc", episode)
                .page(0, count)
                .list()
                .forEach(status -> views.add(status.view(!days.add(status.day()))));
        return views.reversed();
    }
}
