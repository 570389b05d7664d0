package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.time.DueDoor;

/** Looks at an episode because something was recorded of it, or because a day has come on which more is to be done. */
@Singleton
class WhoeverStaysAway implements DueDoor {

    private final Outreach outreach;

    WhoeverStaysAway(Outreach outreach) {
        this.outreach = outreach;
    }

    @Override
    public String kind() {
        return Outreach.DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        outreach.look(new EpisodeId(subject));
    }
}
