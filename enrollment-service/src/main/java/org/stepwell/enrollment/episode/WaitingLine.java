package org.stepwell.enrollment.episode;

import java.time.Instant;
import org.stepwell.contracts.id.EpisodeId;

/** The line of those who wait, as whoever admits or lets somebody go tells it. */
public interface WaitingLine {

    /** Takes a place; refused where the last ones were promised to others. */
    void admitted(EpisodeId episode, WaitingFor place, Instant now);

    /** Waits no more. */
    void withdrawn(EpisodeId episode, Instant now);
}
