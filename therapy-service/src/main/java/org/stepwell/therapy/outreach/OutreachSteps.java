package org.stepwell.therapy.outreach;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** The steps of the ladder that were asked for. */
@Singleton
class OutreachSteps implements PanacheRepositoryBase<OutreachStep, StepId> {

    List<OutreachStep> of(UUID run) {
        return list("runId = ?1 order by id.value", run);
    }

    /** Of several runs at once, in the order in which they were asked for. */
    List<OutreachStep> of(Collection<UUID> runs) {
        return list("runId in ?1 order by id.value", runs);
    }

    /** All that is to be done in an episode: of the run that is open, and what the team is still to look at of those before. */
    List<OutreachStep> open(EpisodeId episode) {
        return list("episode = ?1 and status = ?2 order by id.value", episode, StepStatus.OPEN);
    }

    OutreachStep of(EpisodeId episode, StepId step) {
        return find("episode = ?1 and id = ?2", episode, step)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** What an attempt did. */
    List<OutreachStep> doneBy(UUID attempt, EpisodeId episode) {
        return list("episode = ?1 and attemptId = ?2 and status = ?3", episode, attempt, StepStatus.DONE);
    }

    /** Whether the team looked at it since a time. */
    boolean reviewedSince(EpisodeId episode, Instant since) {
        return count(
                        "episode = ?1 and rung = ?2 and status = ?3 and endedAt >= ?4",
                        episode,
                        Rung.TEAM_REVIEW,
                        StepStatus.DONE,
                        since)
                > 0;
    }
}
