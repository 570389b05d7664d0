package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.aftercare.meeting.Meetings;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.Messenger;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.message.SafeHours;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Tells a patient once, the day before, that a step is near; whether it still is, is looked at when the message leaves. */
@Singleton
class RemindOfStep implements DueDoor {

    static final String KIND = "next-step-reminder";

    private static final LocalTime THE_MORNING_BEFORE = LocalTime.of(10, 0);

    /** Later on the day itself it helps nobody. */
    private static final LocalTime NOON = LocalTime.NOON;

    private final NextSteps steps;
    private final Meetings meetings;
    private final PatientContacts contacts;
    private final Messenger messenger;
    private final StepWords words;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    RemindOfStep(
            NextSteps steps,
            Meetings meetings,
            PatientContacts contacts,
            Messenger messenger,
            StepWords words,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.steps = steps;
        this.meetings = meetings;
        this.contacts = contacts;
        this.messenger = messenger;
        this.words = words;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /** Whoever commits themselves on the last day before needs no reminder; of what a receiver says, they hear at once. */
    void accepted(NextStep step, Instant now) {
        var wished = step.date()
                .minusDays(1)
                .atTime(THE_MORNING_BEFORE)
                .atZone(clinics.zone())
                .toInstant();
        if (wished.isAfter(now)) {
            due.at(KIND, step.id(), wished);
        } else if (step.waitedForReceiver()) {
            due.at(KIND, step.id(), now);
        }
    }

    void ended(NextStep step) {
        due.cancel(KIND, step.id());
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
        steps.lockedIfThere(new NextStepId(subject))
                .filter(NextStep::isAwaited)
                .filter(step -> step.reminder() == null)
                .ifPresent(step -> tell(step, clock.instant()));
    }

    private void tell(NextStep step, Instant now) {
        var contact = contacts.of(step.patient());
        var way = contact.flatMap(messenger::wayTo);
        var when = contact.flatMap(reached -> moment(step, reached, now));
        if (!now.isBefore(lastCall(step)) || (way.isPresent() && when.isEmpty())) {
            step.reminded(StepReminder.SUPERSEDED, now);
        } else if (way.isEmpty()) {
            step.reminded(StepReminder.NO_SAFE_WAY, now);
        } else if (when.get().isAfter(now)) {
            due.at(KIND, step.id(), when.get());
        } else {
            send(step, contact.get(), way.get(), now);
        }
    }

    /** When it may be said, now or later; nothing where that would be too late. */
    private Optional<Instant> moment(NextStep step, PatientContact contact, Instant now) {
        return SafeHours.from(now, contact, clinics.zone(), day -> Optional.of(SafeHours.USUAL))
                .filter(moment -> moment.isBefore(lastCall(step)));
    }

    @NotDisclosed("to the patient, by a way that is safe for them")
    private void send(NextStep step, PatientContact contact, Messenger.Channel way, Instant now) {
        try {
            messenger.send(messageId(step), contact, way, words.of(step.date(), contact));
            step.reminded(StepReminder.SENT, now);
        } catch (Undeliverable e) {
            step.reminded(StepReminder.CAME_BACK, now);
        }
    }

    /** The same each time it is tried, so that whoever gets it twice can tell. */
    private static UUID messageId(NextStep step) {
        return UUID.nameUUIDFromBytes(
                "next-step|%s|%s".formatted(step.id(), step.date()).getBytes(StandardCharsets.UTF_8));
    }

    /** Until when it helps to know: until the meeting begins, or until noon of the day. */
    private Instant lastCall(NextStep step) {
        return Optional.ofNullable(step.meeting())
                .map(meetings::named)
                .filter(meeting -> meeting.startsAt() != null)
                .map(meeting -> step.date()
                        .atTime(meeting.startsAt())
                        .atZone(meeting.zone() == null ? clinics.zone() : ZoneId.of(meeting.zone()))
                        .toInstant())
                .orElseGet(() -> step.date().atTime(NOON).atZone(clinics.zone()).toInstant());
    }
}
