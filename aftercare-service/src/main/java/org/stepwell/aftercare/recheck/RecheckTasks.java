package org.stepwell.aftercare.recheck;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work a recheck is, and what comes of it: the care team's clinicians', and their supervisors' when nobody takes it. */
@Singleton
class RecheckTasks {

    private static final List<Role> LADDER = List.of(Role.CLINICIAN, Role.SUPERVISOR);
    private static final Duration ASK_WITHIN = Duration.ofDays(14);
    private static final Duration OFFER_WITHIN = Duration.ofDays(2);
    private static final Duration ARRIVE_WITHIN = Duration.ofDays(14);

    private static final TaskKind ASK = new TaskKind(
            "recheck-due",
            "A quarterly recheck is due: reach the person, and go through its questions together.",
            LADDER,
            Duration.ofDays(3),
            false);

    private static final TaskKind OFFER = new TaskKind(
            "linkage-offer",
            "Somebody may need treatment again: talk with them, offer it, and record what they say.",
            LADDER,
            Duration.ofDays(1),
            false);

    private static final TaskKind ENGAGE = new TaskKind(
            "linkage-engage",
            "Somebody wants treatment again: help them to arrive. It ends with the admission, or with what else came of it.",
            LADDER,
            Duration.ofDays(3),
            false);

    private final Tasks tasks;

    RecheckTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind ask() {
        return ASK;
    }

    @Produces
    @Singleton
    static TaskKind offer() {
        return OFFER;
    }

    @Produces
    @Singleton
    static TaskKind engage() {
        return ENGAGE;
    }

    /** The day of a recheck has come. */
    void due(ActivePlan plan, RecheckId recheck, Instant at) {
        tasks.open(new Tasks.Cause(ASK, recheck, plan.patient(), plan.episode(), at), null, at.plus(ASK_WITHIN));
    }

    /** It was answered. */
    void answered(RecheckId recheck, Instant at) {
        tasks.done(ASK, recheck, at);
    }

    /** Nobody asks any more. */
    void ended(RecheckId recheck, Instant at) {
        tasks.withdraw(ASK, recheck, at);
    }

    /** Treatment is to be offered. */
    void offer(ActivePlan plan, LinkageId linkage, Instant at) {
        tasks.open(new Tasks.Cause(OFFER, linkage, plan.patient(), plan.episode(), at), null, at.plus(OFFER_WITHIN));
    }

    /** What came of an offer was recorded; whoever wants treatment is helped to arrive. */
    void settled(Linkage linkage, Instant at) {
        tasks.done(OFFER, linkage.id(), at);
        if (linkage.status() == Linkage.Status.ACCEPTED) {
            tasks.open(arriving(linkage, at), null, at.plus(ARRIVE_WITHIN));
        } else {
            tasks.done(ENGAGE, linkage.id(), at);
        }
    }

    /** Who accepted did not arrive, and may need treatment still: somebody takes it up again. */
    void helpAnew(Linkage accepted, Instant at) {
        tasks.openAnew(arriving(accepted, at), null, at.plus(ARRIVE_WITHIN));
    }

    private static Tasks.Cause arriving(Linkage linkage, Instant at) {
        var of = linkage.of();
        return new Tasks.Cause(ENGAGE, linkage.id(), of.patient(), of.episode(), at);
    }

    /** The patient was admitted. */
    void arrived(LinkageId linkage, Instant at) {
        tasks.done(OFFER, linkage, at);
        tasks.done(ENGAGE, linkage, at);
    }

    /** Nobody offers it any more. */
    void withdrawn(LinkageId linkage, Instant at) {
        tasks.withdraw(OFFER, linkage, at);
        tasks.withdraw(ENGAGE, linkage, at);
    }
}
