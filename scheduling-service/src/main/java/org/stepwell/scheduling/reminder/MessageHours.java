package org.stepwell.scheduling.reminder;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContact.Hours;
import org.stepwell.platform.message.SafeHours;
import org.stepwell.scheduling.calendar.OpeningHours;
import org.stepwell.scheduling.calendar.Slot;

/** When patients of this clinic may be written to: in their own safe hours, or from when it opens until it closes. */
@Singleton
class MessageHours {

    private final OpeningHours openingHours;
    private final ClinicDirectory clinics;

    MessageHours(OpeningHours openingHours, ClinicDirectory clinics) {
        this.openingHours = openingHours;
        this.clinics = clinics;
    }

    /** The first moment from one on. */
    Optional<Instant> from(Instant moment, PatientContact contact) {
        var open = contact.safe() == null ? openingHours.all() : List.<Slot>of();
        return SafeHours.from(moment, contact, clinics.zone(), day -> on(day, open));
    }

    private static Optional<Hours> on(LocalDate day, List<Slot> open) {
        if (open.isEmpty()) {
            return Optional.of(SafeHours.USUAL);
        }
        var slots = open.stream()
                .filter(slot -> slot.weekday() == day.getDayOfWeek())
                .toList();
        return slots.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Hours(slots.getFirst().opensAt(), slots.getLast().closesAt()));
    }
}
