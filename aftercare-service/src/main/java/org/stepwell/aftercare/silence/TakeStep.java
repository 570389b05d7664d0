package org.stepwell.aftercare.silence;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.silence.Step.Status;
import org.stepwell.platform.consent.DisclosureRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.Due;

/**
 * What a step of a silence means when its time has come, or is long over: what still helps is done, and what another step took the
 * place of is superseded. Nothing is sent here; {@link LeavingMessage} sends.
 */
@Singleton
class TakeStep {

    private final StepTable steps;
    private final Silences silences;
    private final OutreachTasks tasks;
    private final WaysTo ways;
    private final DueBy dueBy;
    private final List<WhomToAsk> whom;
    private final List<SecondMissed> second;
    private final SilenceSettings settings;
    private final Due due;

    TakeStep(
            StepTable steps,
            Silences silences,
            OutreachTasks tasks,
            WaysTo ways,
            DueBy dueBy,
            @All List<WhomToAsk> whom,
            @All List<SecondMissed> second,
            SilenceSettings settings,
            Due due) {
        this.steps = steps;
        this.silences = silences;
        this.tasks = tasks;
        this.ways = ways;
        this.dueBy = dueBy;
        this.whom = whom;
        this.second = second;
        this.settings = settings;
        this.due = due;
    }

    void take(ActivePlan plan, Silence silence, Step step, Instant now) {
        switch (step.kind()) {
            case MESSAGE -> message(step, now);
            case CALL -> call(silence, step, dueOf(step, StepKind.SECOND_CALL), now);
            case SECOND_CALL -> call(silence, step, silences.until(silence), now);
            case PORTAL -> portal(silence, step, now);
            case SUPPORT_PERSON -> supportPerson(silence, step, now);
            case VISIT_OR_LETTER, WELFARE_CHECK, SUPERVISOR_REVIEW, UNREACHABLE -> open(silence, step, null, now);
            case LINKAGE_OFFER -> linkage(plan, silence, step, now);
        }
    }

    /** A message is for the hours before staff call; later it is not sent any more. */
    private void message(Step step, Instant now) {
        if (!now.isBefore(dueOf(step, StepKind.CALL))) {
            steps.settle(step, Status.SUPERSEDED, now);
            return;
        }
        steps.goesOn(step, Status.LEAVING, null);
        due.now(LeavingMessage.KIND, step.id());
    }

    /**
     * One call is asked for at a time, and one whose time another took is not asked for. Whoever is not to be called is visited, or
     * written to, so much sooner.
     */
    private void call(Silence silence, Step step, Instant until, Instant now) {
        if (!now.isBefore(until)) {
            steps.settle(step, Status.SUPERSEDED, now);
            return;
        }
        if (!ways.mayBeCalled(step)) {
            steps.settle(step, Status.NO_SAFE_WAY, now);
            steps.comesForward(step.checkIn(), StepKind.VISIT_OR_LETTER, now);
            return;
        }
        steps.open(step.plan()).stream()
                .filter(open -> open.kind() == StepKind.CALL || open.kind() == StepKind.SECOND_CALL)
                .forEach(open -> {
                    tasks.withdraw(open, now);
                    steps.settle(open, Status.SUPERSEDED, now);
                });
        steps.goesOn(step, Status.OPEN, null);
        tasks.open(step, now, dueBy.of(silence, step, now));
    }

    private void portal(Silence silence, Step step, Instant now) {
        if (!now.isBefore(silences.until(silence))) {
            steps.settle(step, Status.SUPERSEDED, now);
        } else {
            steps.settle(step, ways.mayReadInTheirAccount(step) ? Status.SENT : Status.NO_SAFE_WAY, now);
        }
    }

    private void supportPerson(Silence silence, Step step, Instant now) {
        if (!now.isBefore(silences.until(silence))) {
            steps.settle(step, Status.SUPERSEDED, now);
            return;
        }
        try {
            whom.stream()
                    .flatMap(one -> one.supportPerson(step.patient(), now).stream())
                    .findFirst()
                    .ifPresentOrElse(
                            person -> open(silence, step, person, now),
                            () -> steps.settle(step, Status.NO_CONSENT, now));
        } catch (Refusal notKnown) {
            if (notKnown.rule() != DisclosureRule.CONSENT_NOT_KNOWN) {
                throw notKnown;
            }
            steps.putOff(step, now.plus(settings.askAgain())); // the steps that follow do not wait for it
        }
    }

    /** Whoever is asked less often is offered treatment later: when the second check-in really was missed. */
    private void linkage(ActivePlan plan, Silence silence, Step step, Instant now) {
        var missedAt = silences.secondMissedAt(silence);
        if (now.isBefore(missedAt)) {
            steps.putOff(step, missedAt);
        } else if (second.stream().anyMatch(one -> one.secondMissed(plan, now))) {
            steps.settle(step, Status.DONE, now);
        } else {
            open(silence, step, null, now);
        }
    }

    private void open(Silence silence, Step step, @Nullable UUID person, Instant now) {
        steps.goesOn(step, Status.OPEN, person);
        tasks.open(step, now, dueBy.of(silence, step, now));
    }

    private Instant dueOf(Step step, StepKind kind) {
        return steps.of(List.of(step.checkIn())).stream()
                .filter(one -> one.kind() == kind)
                .map(Step::dueAt)
                .findFirst()
                .orElseThrow();
    }
}
