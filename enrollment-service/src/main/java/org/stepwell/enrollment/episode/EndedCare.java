package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import org.stepwell.contracts.aftercare.AftercareFact.AftercareClosed;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.event.Outbox;

/** Aftercare is over: whoever was in the care team treats the patient no more, and reads their record no more. */
@Singleton
public class EndedCare {

    private final Episodes episodes;
    private final CareTeams careTeams;
    private final Outbox outbox;

    EndedCare(Episodes episodes, CareTeams careTeams, Outbox outbox) {
        this.episodes = episodes;
        this.careTeams = careTeams;
        this.outbox = outbox;
    }

    /** Ends the team of the episode that was followed, unless the patient is in treatment again. */
    public void ended(AftercareClosed closed) {
        episodes.findByIdOptional(closed.episode(), LockModeType.PESSIMISTIC_WRITE)
                .filter(episode -> !episodes.isBack(episode))
                .ifPresent(episode -> {
                    var nobody = episode.careEnds(closed.at());
                    careTeams.changed(nobody);
                    outbox.append(nobody);
                });
    }
}
