package org.stepwell.scheduling.reminder;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.calendar.ClinicTime;

/**
 * Sees to it that patients are reminded. Each has one due row, for what comes next; whoever gives a seat or takes a session
 * away sets it, in one statement for all. What is said is decided when it is said: who has no seat any more hears nothing.
 */
@Singleton
public class Reminders {

    private final ReminderTable table;
    private final ReminderSettings settings;
    private final Due due;
    private final ClinicTime time;

    Reminders(ReminderTable table, ReminderSettings settings, Due due, ClinicTime time) {
        this.table = table;
        this.settings = settings;
        this.due = due;
        this.time = time;
    }

    /** These have new seats. */
    public void seated(Collection<PatientId> patients) {
        due.sooner(ReminderDoor.KIND, whens(patients, time.now()));
    }

    /** These sessions were cancelled, or are at another time: who was told otherwise is told so, and the others in time. */
    public void changed(Collection<SessionId> sessions) {
        var now = time.now();
        var whens = whens(table.seatedIn(sessions), now);
        table.told(sessions).forEach(patient -> whens.put(patient, now));
        due.sooner(ReminderDoor.KIND, whens);
    }

    private Map<PatientId, Instant> whens(Collection<PatientId> patients, Instant now) {
        var whens = new HashMap<PatientId, Instant>();
        table.firstUnreminded(patients, now).forEach((patient, first) -> whens.put(patient, aheadOf(first, now)));
        return whens;
    }

    /** Early enough for the last safe hour before a weekend; the door then knows the moment. */
    private Instant aheadOf(Instant first, Instant now) {
        var when = first.minus(settings.ahead()).minus(Timing.EARLIER_MAX);
        return when.isAfter(now) ? when : now;
    }
}
