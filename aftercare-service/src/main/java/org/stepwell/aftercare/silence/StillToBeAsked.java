package org.stepwell.aftercare.silence;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.silence.Step.Status;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.consent.ChangedConsents;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Looks again whether the support person whom staff are to ask may still be asked, when the patient's consents or their word on it
 * changed. Where not, the step goes to the next one who may be asked, or is withdrawn.
 */
@Singleton
public class StillToBeAsked implements DueDoor, ChangedConsents {

    static final String KIND = "support-person-still-named";

    private final StepTable steps;
    private final OutreachTasks tasks;
    private final FindPlan plans;
    private final List<WhomToAsk> whom;
    private final MergedPatients merged;
    private final Due due;
    private final Clock clock;

    StillToBeAsked(
            StepTable steps,
            OutreachTasks tasks,
            FindPlan plans,
            @All List<WhomToAsk> whom,
            MergedPatients merged,
            Due due,
            Clock clock) {
        this.steps = steps;
        this.tasks = tasks;
        this.plans = plans;
        this.whom = whom;
        this.merged = merged;
        this.due = due;
        this.clock = clock;
    }

    /** Whoever tells of it does not wait for the plan, which may be locked: it is looked at next. */
    @Override
    public void changed(PatientId patient) {
        if (!asking(patient).isEmpty()) {
            due.now(KIND, patient);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        for (var step : asking(new PatientId(subject))) {
            plans.ifActive(step.plan())
                    .flatMap(plan -> steps.find(step.id()))
                    .filter(now -> now.status() == Status.OPEN)
                    .filter(now -> !mayBeAsked(now))
                    .ifPresent(this::askAnother);
        }
    }

    private List<Step> asking(PatientId patient) {
        return steps.asking(merged.recordsOf(patient));
    }

    private boolean mayBeAsked(Step step) {
        var person = Objects.requireNonNull(step.person());
        return whom.stream().anyMatch(one -> one.mayBeAsked(step.patient(), person));
    }

    private void askAnother(Step step) {
        var now = clock.instant();
        Optional<UUID> another = whom.stream()
                .flatMap(one -> one.supportPerson(step.patient(), now).stream())
                .findFirst();
        if (another.isPresent()) {
            steps.asks(step, another.get());
        } else {
            tasks.withdraw(step, now);
            steps.settle(step, Status.NO_CONSENT, now);
        }
    }
}
