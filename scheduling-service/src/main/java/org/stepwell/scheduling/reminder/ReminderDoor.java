package org.stepwell.scheduling.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
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
 * Tells one patient one thing. How they may be reached is held until it has left: a rule that they changed was heard before, or
 * is heard after.
 */
@Singleton
class ReminderDoor implements DueDoor {

    static final String KIND = "reminder";

    /** Over a long weekend the last safe hour may be so much earlier. */
    private static final int DAYS_EARLIER_MAX = 3;

    private final ReminderTable table;
    private final ReminderSettings settings;
    private final PatientContacts contacts;
    private final MessageHours hours;
    private final ReminderWords words;
    private final Messenger messenger;
    private final LostContacts lost;
    private final Due due;
    private final ClinicTime time;
    private final MeterRegistry metrics;

    ReminderDoor(
            ReminderTable table,
            ReminderSettings settings,
            PatientContacts contacts,
            MessageHours hours,
            ReminderWords words,
            Messenger messenger,
            LostContacts lost,
            Due due,
            ClinicTime time,
            MeterRegistry metrics) {
        this.table = table;
        this.settings = settings;
        this.contacts = contacts;
        this.hours = hours;
        this.words = words;
        this.messenger = messenger;
        this.lost = lost;
        this.due = due;
        this.time = time;
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
        var patient = new PatientId(subject);
        var now = time.now();
        // Days that passed while nobody could be reminded are looked at too, so that it is said that they were not.
        table.changed(patient, time.today(), now)
                .or(() -> table.unreminded(patient, dueAt.isBefore(now) ? dueAt : now))
                .ifPresent(occasion -> tell(occasion, contacts.held(patient), new Turn(dueAt, now)));
    }

    /** When the row was due that is dealt with, and when that is. */
    private record Turn(Instant dueAt, Instant now) {}

    private void tell(Occasion occasion, Optional<PatientContact> contact, Turn turn) {
        var way = contact.flatMap(messenger::wayTo);
        var when = way.isPresent()
                ? moment(occasion, contact.get(), turn.now())
                : Optional.of(wished(occasion, turn.now()));
        if (when.isEmpty()) {
            settle(occasion, Outcome.SUPERSEDED, null, turn);
        } else if (when.get().isAfter(turn.now())) {
            due.at(KIND, occasion.patient(), when.get());
        } else if (way.isEmpty()) {
            settle(occasion, Outcome.NO_SAFE_WAY, null, turn);
        } else {
            settle(occasion, Outcome.SENT, way.get(), turn);
            send(occasion, contact.get(), way.get(), turn.now());
        }
    }

    /** When it may be said, which is now or later; nothing where that would be too late. */
    private Optional<Instant> moment(Occasion occasion, PatientContact contact, Instant now) {
        var latest = occasion.isChange() ? occasion.first() : occasion.first().minus(settings.latest());
        for (int earlier = 0; earlier <= DAYS_EARLIER_MAX; earlier++) {
            var from = wished(occasion, now).minus(Duration.ofDays(earlier));
            var safe = hours.from(from.isAfter(now) ? from : now, contact).filter(moment -> !moment.isAfter(latest));
            if (safe.isPresent()) {
                return safe;
            }
        }
        return Optional.empty();
    }

    private Instant wished(Occasion occasion, Instant now) {
        return occasion.isChange() ? now : occasion.first().minus(settings.ahead());
    }

    /**
     * What comes next is looked for in a transaction of its own. The row is set for it before anything leaves: from then on nobody
     * else can touch it, which would undo what can not be undone.
     */
    private void settle(Occasion occasion, Outcome outcome, @Nullable Channel way, Turn turn) {
        table.settle(occasion, outcome, way, turn.now());
        due.at(KIND, occasion.patient(), turn.dueAt());
        metrics.counter("stepwell.reminders", "outcome", outcome.name()).increment();
    }

    private void send(Occasion occasion, PatientContact contact, Channel way, Instant now) {
        try {
            messenger.send(occasion.messageId(), contact, way, words.of(occasion, contact));
        } catch (Undeliverable e) {
            table.cameBack(occasion);
            lost.found(occasion.patient(), now);
        }
    }
}
