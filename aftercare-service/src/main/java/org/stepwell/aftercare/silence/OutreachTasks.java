package org.stepwell.aftercare.silence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work the steps of the ladder are. None is done by hand: each ends with what is recorded of it. */
@Singleton
class OutreachTasks {

    private static final List<Role> TEAM = List.of(Role.CLINICIAN, Role.SUPERVISOR);
    private static final List<Role> SUPERVISORS = List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final TaskKind CALL = new TaskKind(
            "check-in-call",
            "No check-in came: call the patient at an hour that is safe for them, record the attempt, and check in together.",
            TEAM,
            DAY,
            false);

    private static final TaskKind SECOND_CALL = new TaskKind(
            "check-in-second-call",
            "No check-in came, and nobody was reached: call again at another time of the day.",
            TEAM,
            DAY,
            false);

    private static final TaskKind SUPPORT_PERSON = new TaskKind(
            "check-in-support-person",
            "Nobody was reached for three days: ask the support person whom the patient's consent names.",
            TEAM,
            DAY,
            false);

    private static final TaskKind VISIT_OR_LETTER = new TaskKind(
            "check-in-visit",
            "Nobody was reached: visit the patient, or write a letter that says nothing of a program.",
            TEAM,
            DAY,
            false);

    private static final TaskKind WELFARE_CHECK = new TaskKind(
            "check-in-welfare",
            "Somebody who may be in danger did not check in: see to it that they are safe, as the clinic's policy says.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR, Role.CLINIC_ADMIN),
            HOUR,
            false);

    private static final TaskKind REVIEW = new TaskKind(
            "check-in-review",
            "Nobody was reached: a supervisor looks at how the patient was and what was tried, and says what follows.",
            SUPERVISORS,
            DAY,
            false);

    private static final TaskKind LINKAGE = new TaskKind(
            "check-in-linkage",
            "A second check-in was missed: offer the way back into treatment, and say what came of it.",
            TEAM,
            DAY,
            false);

    private static final TaskKind UNREACHABLE = new TaskKind(
            "check-in-unreachable",
            "Nobody was reached for a month: decide whether aftercare is closed, and say so.",
            SUPERVISORS,
            Duration.ofDays(2),
            false);

    private final Tasks tasks;

    OutreachTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind call() {
        return CALL;
    }

    @Produces
    @Singleton
    static TaskKind secondCall() {
        return SECOND_CALL;
    }

    @Produces
    @Singleton
    static TaskKind supportPerson() {
        return SUPPORT_PERSON;
    }

    @Produces
    @Singleton
    static TaskKind visitOrLetter() {
        return VISIT_OR_LETTER;
    }

    @Produces
    @Singleton
    static TaskKind welfareCheck() {
        return WELFARE_CHECK;
    }

    @Produces
    @Singleton
    static TaskKind review() {
        return REVIEW;
    }

    @Produces
    @Singleton
    static TaskKind linkage() {
        return LINKAGE;
    }

    @Produces
    @Singleton
    static TaskKind unreachable() {
        return UNREACHABLE;
    }

    /** Staff are asked. */
    void open(Step step, Instant at, Instant dueAt) {
        tasks.open(new Tasks.Cause(of(step), step.id(), step.patient(), step.episode(), at), null, dueAt);
    }

    /** It was done. */
    void done(Step step, Instant at) {
        tasks.done(of(step), step.id(), at);
    }

    /** Nobody needs it any more. */
    void withdraw(Step step, Instant at) {
        tasks.withdraw(of(step), step.id(), at);
    }

    private static TaskKind of(Step step) {
        return switch (step.kind()) {
            case CALL -> CALL;
            case SECOND_CALL -> SECOND_CALL;
            case SUPPORT_PERSON -> SUPPORT_PERSON;
            case VISIT_OR_LETTER -> VISIT_OR_LETTER;
            case WELFARE_CHECK -> WELFARE_CHECK;
            case SUPERVISOR_REVIEW -> REVIEW;
            case LINKAGE_OFFER -> LINKAGE;
            case UNREACHABLE -> UNREACHABLE;
            case MESSAGE, PORTAL -> throw new IllegalStateException("%s is nobody's work".formatted(step.kind()));
        };
    }
}
