package org.stepwell.aftercare.silence;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.AgreedChannels;
import org.stepwell.aftercare.silence.Step.Status;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.message.Messenger;
import org.stepwell.platform.message.Messenger.Channel;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Sends the message of a silence, if nobody was heard from meanwhile and the patient may still be written to. Its due row is nobody
 * else's, so that nobody waits for a mail server but this.
 */
@Singleton
class LeavingMessage implements DueDoor {

    static final String KIND = "check-in-message";

    private final StepTable steps;
    private final PatientContacts contacts;
    private final AgreedChannels agreed;
    private final SafeHoursOf hours;
    private final MessageWords words;
    private final Messenger messenger;
    private final Due due;
    private final Clock clock;
    private final MeterRegistry metrics;

    LeavingMessage(
            StepTable steps,
            PatientContacts contacts,
            AgreedChannels agreed,
            SafeHoursOf hours,
            MessageWords words,
            Messenger messenger,
            Due due,
            Clock clock,
            MeterRegistry metrics) {
        this.steps = steps;
        this.contacts = contacts;
        this.agreed = agreed;
        this.hours = hours;
        this.words = words;
        this.messenger = messenger;
        this.due = due;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        steps.find(new StepId(subject))
                .filter(step -> step.status() == Status.LEAVING)
                .ifPresent(step -> leave(step, clock.instant()));
    }

    private void leave(Step step, Instant now) {
        var contact = contacts.of(step.patient()).map(safe -> agreed.within(step.plan(), safe));
        var way = contact.flatMap(messenger::wayTo);
        if (way.isEmpty()) {
            became(step, Status.NO_SAFE_WAY, null, now);
            return;
        }
        var until = untilOf(step);
        var when = hours.from(now, contact.get()).filter(moment -> moment.isBefore(until));
        if (when.isEmpty()) {
            became(step, Status.SUPERSEDED, null, now);
        } else if (when.get().isAfter(now)) {
            due.at(KIND, step.id(), when.get());
        } else {
            send(step, contact.get(), way.get(), now);
        }
    }

    /** Until staff call. */
    private Instant untilOf(Step step) {
        return steps.of(List.of(step.checkIn())).stream()
                .filter(one -> one.kind() == StepKind.CALL)
                .map(Step::dueAt)
                .findFirst()
                .orElse(Instant.MIN);
    }

    @NotDisclosed("to the patient, by a way that is safe for them")
    private void send(Step step, PatientContact contact, Channel way, Instant now) {
        try {
            messenger.send(step.id().value(), contact, way, words.to(contact));
            became(step, Status.SENT, way, now);
        } catch (Undeliverable e) {
            became(step, Status.CAME_BACK, way, now);
        }
    }

    private void became(Step step, Status status, @Nullable Channel way, Instant now) {
        steps.left(step, status, way, now);
        metrics.counter("stepwell.checkin.messages", "outcome", status.name()).increment();
    }
}
