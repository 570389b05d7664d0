package org.stepwell.scheduling.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;

/**
 * A reason to write to a patient: a day with appointments of which they were not reminded, or one that changed since.
 *
 * @param number 1 for the reminder of the day, from 2 on for what changed
 * @param told when those begin of which they know, and which are still to come; none where nothing was told
 * @param appointments those they have on the day, in order; none where all were cancelled
 */
record Occasion(PatientId patient, LocalDate day, int number, List<Instant> told, List<Appointment> appointments) {

    /** A session in which they have a seat. */
    record Appointment(SessionId session, Instant startsAt) {}

    boolean isChange() {
        return number > 1;
    }

    /** When the first appointment begins: as they know it, or as it is now. */
    Instant first() {
        return Stream.concat(told.stream(), starts().stream())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Until when it helps to know: an appointment of the day that stays as it was is no reason to hurry. */
    Instant lastCall() {
        if (!isChange()) {
            return first();
        }
        var now = starts();
        return Stream.concat(
                        told.stream().filter(start -> !now.contains(start)),
                        now.stream().filter(start -> !told.contains(start)))
                .min(Instant::compareTo)
                .orElseGet(this::first);
    }

    List<Instant> starts() {
        return appointments.stream().map(Appointment::startsAt).toList();
    }

    /** The same each time it is tried, so that whoever gets it twice can tell. */
    UUID messageId() {
        return UUID.nameUUIDFromBytes(
                "reminder|%s|%s|%d".formatted(patient, day, number).getBytes(StandardCharsets.UTF_8));
    }
}
