package org.stepwell.scheduling.reminder;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.message.Messenger;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.reminder.ReminderTable.Outcome;

/** Decides what one patient is told next, and when; {@link LeavingReminder} then tells it. */
@Singleton
class ReminderDoor implements DueDoor {

    static final String KIND = "reminder";

    private final ReminderTable table;
    private final PatientContacts contacts;
    private final Messenger messenger;
    private final Timing timing;
    private final Due due;
    private final ClinicTime time;

    ReminderDoor(
            ReminderTable table,
            PatientContacts contacts,
            Messenger messenger,
            Timing timing,
            Due due,
            ClinicTime time) {
        this.table = table;
        this.contacts = contacts;
        this.messenger = messenger;
        this.timing = timing;
        this.due = due;
        this.time = time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var patient = new PatientId(subject);
        var now = time.now();
        // Days that passed while nobody could be reminded are looked at too, so that it is said that they were not.
        table.changed(patient, time.today(), now)
                .or(() -> table.unreminded(patient, dueAt.isBefore(now) ? dueAt : now))
                .ifPresent(occasion -> decide(occasion, contacts.of(patient), new Turn(dueAt, now)));
    }

    /** When the row was due that is dealt with, and when that is. */
    private record Turn(Instant dueAt, Instant now) {}

    private void decide(Occasion occasion, Optional<PatientContact> contact, Turn turn) {
        boolean reached = contact.flatMap(messenger::wayTo).isPresent();
        var when = reached
                ? timing.moment(occasion, contact.get(), turn.now())
                : Optional.of(timing.wished(occasion, turn.now()));
        if (when.isEmpty()) {
            settle(occasion, Outcome.SUPERSEDED, turn);
        } else if (when.get().isAfter(turn.now())) {
            due.at(KIND, occasion.patient(), when.get());
        } else if (!reached) {
            settle(occasion, Outcome.NO_SAFE_WAY, turn);
        } else {
            settle(occasion, Outcome.LEAVING, turn);
            // since when it is, so that it is seen to be late where this comes late
            due.at(LeavingReminder.KIND, new ReminderId(occasion.messageId()), turn.dueAt());
        }
    }

    /** What comes next is looked for in a transaction of its own. */
    private void settle(Occasion occasion, Outcome outcome, Turn turn) {
        table.settle(occasion, outcome, turn.now());
        due.at(KIND, occasion.patient(), turn.dueAt());
    }
}
