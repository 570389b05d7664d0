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
import org.stepwell.aftercare.nextstep.StepReminders.Leaving;
import org.stepwell.aftercare.plan.AgreedChannels;
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

/**
 * Tells a patient that a step is near, if it still is, by a way that is safe and agreed. Nobody who changes the step waits for the
 * mail server: the step is locked only to write down what became of the message.
 */
@Singleton
class LeavingStepReminder implements DueDoor {

    static final String KIND = "next-step-reminder-leaves";

    /** Later on the day itself it helps nobody. */
    private static final LocalTime NOON = LocalTime.NOON;

    private final StepReminders reminders;
    private final Meetings meetings;
    private final PatientContacts contacts;
    private final AgreedChannels agreed;
    private final Messenger messenger;
    private final StepWords words;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    LeavingStepReminder(
            StepReminders reminders,
            Meetings meetings,
            PatientContacts contacts,
            AgreedChannels agreed,
            Messenger messenger,
            StepWords words,
            ClinicDirectory clinics,
            Due due,
            Clock clock) {
        this.reminders = reminders;
        this.meetings = meetings;
        this.contacts = contacts;
        this.agreed = agreed;
        this.messenger = messenger;
        this.words = words;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
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
        reminders.leaving(new NextStepId(subject)).ifPresent(step -> tell(step, clock.instant()));
    }

    private void tell(Leaving step, Instant now) {
        var contact = contacts.of(step.patient()).map(safe -> agreed.within(step.plan(), safe));
        var way = contact.flatMap(messenger::wayTo);
        var when = contact.flatMap(reached -> moment(step, reached, now));
        if (!now.isBefore(lastCall(step)) || (way.isPresent() && when.isEmpty())) {
            reminders.became(step, StepReminder.SUPERSEDED, now);
        } else if (way.isEmpty()) {
            reminders.became(step, StepReminder.NO_SAFE_WAY, now);
        } else if (when.get().isAfter(now)) {
            due.at(KIND, step.id(), when.get());
        } else {
            send(step, contact.get(), way.get(), now);
        }
    }

    private Optional<Instant> moment(Leaving step, PatientContact contact, Instant now) {
        return SafeHours.from(now, contact, clinics.zone(), day -> Optional.of(SafeHours.USUAL))
                .filter(moment -> moment.isBefore(lastCall(step)));
    }

    @NotDisclosed("to the patient, by a way that is safe for them")
    private void send(Leaving step, PatientContact contact, Messenger.Channel way, Instant now) {
        try {
            messenger.send(messageId(step), contact, way, words.of(step.date(), contact));
            reminders.became(step, StepReminder.SENT, now);
        } catch (Undeliverable e) {
            reminders.became(step, StepReminder.CAME_BACK, now);
        }
    }

    /** The same each time it is tried, so that whoever gets it twice can tell. */
    private static UUID messageId(Leaving step) {
        return UUID.nameUUIDFromBytes(
                "next-step|%s|%s".formatted(step.id(), step.date()).getBytes(StandardCharsets.UTF_8));
    }

    /** Until when it helps to know: until the meeting begins, or until noon of the day. */
    private Instant lastCall(Leaving step) {
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
