package org.stepwell.enrollment.episode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work it is that somebody admitted has no whole week: intake's, and their supervisors' a day later. */
@Singleton
class PlacementTasks {

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind INCOMPLETE = new TaskKind(
            "placement-incomplete",
            "Somebody who was admitted has no whole week yet: find the seats that are missing.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            true);

    private static final TaskKind UNANSWERED = new TaskKind(
            "placement-unanswered",
            "Somebody was admitted, and scheduling has not said where they sit: look for seats yourself, and tell ops.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Tasks tasks;

    PlacementTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind incomplete() {
        return INCOMPLETE;
    }

    @Produces
    @Singleton
    static TaskKind noAnswer() {
        return UNANSWERED;
    }

    /** Scheduling did not answer in time. */
    void unanswered(Episode episode, Instant now) {
        tasks.open(
                new Tasks.Cause(UNANSWERED, episode.id(), episode.patient(), episode.id(), now),
                null,
                now.plus(WITHIN));
    }

    /** Scheduling answered: a week that lacks something is to be completed, unless the patient is not there any more. */
    void answered(Episode episode, PlacementAnswered answer) {
        tasks.done(UNANSWERED, answer.episode(), answer.at());
        if (!episode.status().isIn() || episode.openHold().isPresent()) {
            return;
        }
        switch (answer.outcome()) {
            case INCOMPLETE ->
                tasks.open(
                        new Tasks.Cause(INCOMPLETE, answer.episode(), answer.patient(), answer.episode(), answer.at()),
                        null,
                        answer.at().plus(WITHIN));
            case COMPLETE -> tasks.done(INCOMPLETE, answer.episode(), answer.at());
        }
    }

    /** Whoever left, or is away, needs no week. */
    void left(Episode episode, Instant at) {
        tasks.withdraw(INCOMPLETE, episode.id(), at);
        tasks.withdraw(UNANSWERED, episode.id(), at);
    }
}
