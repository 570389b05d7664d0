package org.stepwell.aftercare.plan;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;

/** Which episode a plan follows, since when, and for the end of which one it waits. */
@Embeddable
class Following {

    private EpisodeId episode;
    private @Nullable EpisodeId nextEpisode;
    private @Nullable LocalDate activeFrom;
    private @Nullable LocalDate reopenedOn;
    private @Nullable Instant pausedAt;

    @SuppressWarnings("NullAway.Init")
    protected Following() {}

    Following(EpisodeId episode) {
        this.episode = episode;
    }

    /** The last day in the program, as it is said now. */
    void since(LocalDate lastDay) {
        activeFrom = lastDay;
    }

    /** The patient is in treatment again. */
    void waitsFor(EpisodeId again, Instant now) {
        nextEpisode = again;
        pausedAt = now;
    }

    /** Nothing is waited for: the patient never came there. */
    void waitsForNothing() {
        nextEpisode = null;
        pausedAt = null;
    }

    /** The episode that was waited for ended. Answers what was followed before. */
    Stint next(AftercarePlanId plan, LocalDate lastDay) {
        var before = new Stint(plan, episode, Objects.requireNonNull(activeFrom), Objects.requireNonNull(pausedAt));
        episode = Objects.requireNonNull(nextEpisode);
        activeFrom = lastDay;
        reopenedOn = null;
        waitsForNothing();
        return before;
    }

    /** What was closed goes on from a day on. */
    void openedAgainOn(LocalDate day) {
        reopenedOn = day;
    }

    boolean waits() {
        return nextEpisode != null;
    }

    /** The episode that ended, or that is going to end. */
    EpisodeId toFollow() {
        return nextEpisode == null ? episode : nextEpisode;
    }

    /** From when on weeks are counted: the last day in the program, or the day on which the plan was opened again. */
    LocalDate countedFrom() {
        return reopenedOn == null ? Objects.requireNonNull(activeFrom) : reopenedOn;
    }

    EpisodeId episode() {
        return episode;
    }

    @Nullable
    EpisodeId nextEpisode() {
        return nextEpisode;
    }

    @Nullable
    LocalDate activeFrom() {
        return activeFrom;
    }

    @Nullable
    LocalDate reopenedOn() {
        return reopenedOn;
    }

    @Nullable
    Instant pausedAt() {
        return pausedAt;
    }
}
