package org.stepwell.scheduling.reminder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.message.Messenger;
import org.stepwell.platform.message.Messenger.Channel;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.reminder.ReminderTable.Outcome;

/**
 * Sends what was decided, if it is still true and the patient may still be written to. Its due row is nobody else's, so that nobody
 * waits for a mail server but this.
 */
@Singleton
class LeavingReminder implements DueDoor {

    static final String KIND = "reminder-leaves";

    /** We promise that a reminder leaves so soon after it is due. */
    private static final Duration PROMISED = Duration.ofSeconds(60);

    private final ReminderTable table;
    private final PatientContacts contacts;
    private final Timing timing;
    private final ReminderWords words;
    private final Messenger messenger;
    private final LostContacts lost;
    private final Due due;
    private final ClinicTime time;
    private final MeterRegistry metrics;
    private final Counter late;

    LeavingReminder(
            ReminderTable table,
            PatientContacts contacts,
            Timing timing,
            ReminderWords words,
            Messenger messenger,
            LostContacts lost,
            Due due,
            ClinicTime time,
            MeterRegistry metrics) {
        this.table = table;
        this.contacts = contacts;
        this.timing = timing;
        this.words = words;
        this.messenger = messenger;
        this.lost = lost;
        this.due = due;
        this.time = time;
        this.metrics = metrics;
        for (var outcome : Outcome.values()) {
            counted(outcome); // there from the first, so that an alert sees it grow
        }
        late = metrics.counter("stepwell.reminders.late");
    }

    private Counter counted(Outcome outcome) {
        return metrics.counter("stepwell.reminders", "outcome", outcome.name());
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
        var now = time.now();
        table.leaving(subject, now).ifPresent(occasion -> tell(occasion, dueAt, now));
    }

    private void tell(Occasion occasion, Instant dueAt, Instant now) {
        if (!table.isTrue(occasion, now)) {
            table.forget(occasion);
            due.now(ReminderDoor.KIND, occasion.patient());
            return;
        }
        var contact = contacts.of(occasion.patient());
        var way = contact.flatMap(messenger::wayTo);
        if (way.isEmpty()) {
            became(occasion, Outcome.NO_SAFE_WAY, null, now);
            return;
        }
        var when = timing.moment(occasion, contact.get(), now);
        if (when.isEmpty()) {
            became(occasion, Outcome.SUPERSEDED, null, now);
        } else if (when.get().isAfter(now)) {
            due.at(KIND, new ReminderId(occasion.messageId()), when.get());
        } else {
            send(occasion, contact.get(), way.get(), now);
            if (dueAt.plus(PROMISED).isBefore(now)) {
                late.increment();
            }
        }
    }

    @NotDisclosed("to the patient, by a way that is safe for them")
    private void send(Occasion occasion, PatientContact contact, Channel way, Instant now) {
        try {
            messenger.send(occasion.messageId(), contact, way, words.of(occasion, contact));
            became(occasion, Outcome.SENT, way, now);
        } catch (Undeliverable e) {
            became(occasion, Outcome.CAME_BACK, way, now);
            lost.found(occasion.patient(), now);
        }
    }

    private void became(Occasion occasion, Outcome outcome, @Nullable Channel way, Instant now) {
        table.became(occasion, outcome, way, now);
        counted(outcome).increment();
    }
}
