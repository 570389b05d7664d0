package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.aftercare.weeklytherapy.ReferredTherapy;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.platform.event.Outbox;

/** What goes with each word about a step: it is told to all services, and somebody looks after what has to follow. */
@Singleton
class StepCourse {

    private final StepWatch watch;
    private final RemindOfStep reminding;
    private final ReferredTherapy therapy;
    private final Receivers receivers;
    private final Outbox outbox;

    StepCourse(StepWatch watch, RemindOfStep reminding, ReferredTherapy therapy, Receivers receivers, Outbox outbox) {
        this.watch = watch;
        this.reminding = reminding;
        this.therapy = therapy;
        this.receivers = receivers;
        this.outbox = outbox;
    }

    void proposed(NextStep step, Instant now) {
        outbox.append(step.said());
        watch.proposed(step, now);
    }

    void accepted(NextStep step, NextStepChanged said) {
        outbox.append(said);
        watch.accepted(step, said.at());
        reminding.accepted(step, said.at());
        if (step.kind() == NextStepKind.WEEKLY_THERAPY) {
            therapy.goesOn(
                    step.plan(), step.patient(), receivers.open(step.id(), step.receiver()), said.date(), said.at());
        }
    }

    void declined(NextStep step, NextStepChanged said) {
        outbox.append(said);
        watch.declined(step, said.at());
    }

    void withdrawn(NextStep step, NextStepChanged said) {
        outbox.append(said);
        over(step, said.at());
    }

    void cameOut(NextStep step, Instant now) {
        watch.cameOut(step, now);
        reminding.ended(step, now);
    }

    /** Nobody looks after it any more; what was said of it stays. */
    void over(NextStep step, Instant now) {
        watch.ended(step, now);
        reminding.ended(step, now);
    }
}
