package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.enrollment.consent.EndedConsents;

/** What ends where somebody does not come: consents that were to end with their care, and the next step that coming was. */
@Singleton
class NotComing {

    private final Episodes episodes;
    private final EndedConsents consents;
    private final LostNextSteps lost;

    NotComing(Episodes episodes, EndedConsents consents, LostNextSteps lost) {
        this.episodes = episodes;
        this.consents = consents;
        this.lost = lost;
    }

    /** The patient of an episode waits no more, or never came. */
    void ends(Episode episode, Instant now) {
        episodes.flush();
        consents.treatmentEnded(episode.patient(), now);
        if (!episodes.isFollowed(episode.patient())) {
            consents.aftercareEnded(episode.patient(), now);
        }
        lost.withdrawn(episode, now);
    }
}
