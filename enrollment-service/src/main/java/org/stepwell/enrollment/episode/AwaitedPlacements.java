package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Looks after those of whom scheduling has not said where they sit: nobody comes in and is then expected by no group. */
@Singleton
class AwaitedPlacements implements DueDoor, OnceAdmitted {

    private static final String KIND = "placement-awaited";

    /** Seats are answered within seconds; by then somebody looks themselves. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Episodes episodes;
    private final PlacementTasks tasks;
    private final Due due;
    private final Clock clock;

    AwaitedPlacements(Episodes episodes, PlacementTasks tasks, Due due, Clock clock) {
        this.episodes = episodes;
        this.tasks = tasks;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void admitted(PatientId patient, EpisodeId episode, Instant now) {
        since(episode, now);
    }

    @Override
    public void neverCame(PatientId patient, EpisodeId episode, Instant now) {
        due.cancel(KIND, episode);
    }

    /** From now on an answer is awaited. */
    void since(EpisodeId episode, Instant now) {
        due.at(KIND, episode, now.plus(PATIENCE));
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.lockedOf(new EpisodeId(subject));
        if (episode.awaitsPlacement()) {
            tasks.unanswered(episode, clock.instant());
        }
    }
}
