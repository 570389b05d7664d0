package org.stepwell.aftercare.nextstep;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** What staff do so that no step falls through: ask the receiver who is silent, and ask what came of a day that is over. */
@Singleton
class StepTasks {

    private static final List<Role> LADDER = List.of(Role.CLINICIAN, Role.SUPERVISOR);
    private static final Duration WITHIN = Duration.ofDays(2);

    private static final TaskKind UNANSWERED = new TaskKind(
            "next-step-unanswered",
            "Whoever was asked to receive a patient has not answered: call them, or propose another step.",
            LADDER,
            WITHIN,
            false);

    private static final TaskKind OUTCOME = new TaskKind(
            "next-step-outcome",
            "The day of a next step is over: ask whether it happened, and write it down.",
            LADDER,
            WITHIN,
            false);

    private final Tasks tasks;

    StepTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind unanswered() {
        return UNANSWERED;
    }

    @Produces
    @Singleton
    static TaskKind outcome() {
        return OUTCOME;
    }

    void isUnanswered(NextStep step, Instant at) {
        open(UNANSWERED, step, at);
    }

    void dayIsOver(NextStep step, Instant at) {
        open(OUTCOME, step, at);
    }

    /** The receiver has said something, or staff for them. */
    void answered(NextStep step, Instant at) {
        tasks.done(UNANSWERED, step.id(), at);
    }

    void outcomeKnown(NextStep step, Instant at) {
        tasks.done(OUTCOME, step.id(), at);
    }

    /** Nobody asks any more. */
    void ended(NextStep step, Instant at) {
        tasks.withdraw(UNANSWERED, step.id(), at);
        tasks.withdraw(OUTCOME, step.id(), at);
    }

    private void open(TaskKind kind, NextStep step, Instant at) {
        tasks.open(new Tasks.Cause(kind, step.id(), step.patient(), step.episode(), at), null, at.plus(WITHIN));
    }
}
