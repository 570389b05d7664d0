package org.stepwell.therapy.outreach;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.FirstClinician;

/** Whose work each step is: the primary clinician's, or else a supervisor's, and, where nobody takes it, the next one's up. */
@Singleton
class OutreachTasks {

    private static final List<Role> LADDER = List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN);

    private static final TaskKind SAME_DAY = kind(
            "outreach-same-day",
            "A patient stayed away: reach out today as is safe for them, and record how it went.",
            Duration.ofHours(12));
    private static final TaskKind CALL = kind(
            "outreach-call",
            "A patient stayed away on a second day: call them, record how it went, and write into the plan what you agree on.",
            Duration.ofHours(12));
    private static final TaskKind WELFARE = kind(
            "outreach-welfare",
            "A patient who may be in danger stayed away: reach them now, or see to it that somebody looks after them.",
            Duration.ofHours(1));
    private static final TaskKind REVIEW = kind(
            "outreach-team-review",
            "A patient stays away: look at it in the team, and record what you decide.",
            Duration.ofDays(2));
    private static final TaskKind LETTER = kind(
            "outreach-letter",
            "Nobody has had contact with a patient for two weeks: send a certified letter if that is safe for them.",
            Duration.ofDays(2));
    private static final TaskKind PROPOSAL = kind(
            "outreach-discharge-proposal",
            "Nobody has had contact with a patient for a month: decide whether the episode ends (NO_CONTACT), and record it.",
            Duration.ofDays(3));

    private final Tasks tasks;
    private final FirstClinician first;

    OutreachTasks(Tasks tasks, FirstClinician first) {
        this.tasks = tasks;
        this.first = first;
    }

    private static TaskKind kind(String code, String sentence, Duration step) {
        return new TaskKind(code, sentence, LADDER, step, false);
    }

    @Produces
    @Singleton
    static TaskKind sameDay() {
        return SAME_DAY;
    }

    @Produces
    @Singleton
    static TaskKind call() {
        return CALL;
    }

    @Produces
    @Singleton
    static TaskKind welfare() {
        return WELFARE;
    }

    @Produces
    @Singleton
    static TaskKind review() {
        return REVIEW;
    }

    @Produces
    @Singleton
    static TaskKind letter() {
        return LETTER;
    }

    @Produces
    @Singleton
    static TaskKind proposal() {
        return PROPOSAL;
    }

    void open(OutreachStep step) {
        first.open(
                new Tasks.Cause(of(step.rung()), step.id(), step.patient(), step.episode(), step.openedAt()),
                step.dueAt());
    }

    /** Its step ended. */
    void ended(OutreachStep step, Instant now) {
        if (step.status() == StepStatus.DONE || step.status() == StepStatus.DECIDED_AGAINST) {
            tasks.done(of(step.rung()), step.id(), now);
        } else {
            tasks.withdraw(of(step.rung()), step.id(), now);
        }
    }

    private static TaskKind of(Rung rung) {
        return switch (rung) {
            case SAME_DAY_CONTACT -> SAME_DAY;
            case THERAPIST_CALL -> CALL;
            case WELFARE_CHECK -> WELFARE;
            case TEAM_REVIEW -> REVIEW;
            case CERTIFIED_LETTER -> LETTER;
            case DISCHARGE_PROPOSAL -> PROPOSAL;
        };
    }
}
