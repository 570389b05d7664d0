package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.message.PatientWays;
import org.stepwell.platform.message.SafeHours;

/** When a patient is called or written to: in the hours that are safe for them, else in usual ones of the clinic. */
@Singleton
class SafeHoursOf {

    private final PatientContacts contacts;
    private final ClinicDirectory clinics;

    SafeHoursOf(PatientContacts contacts, ClinicDirectory clinics) {
        this.contacts = contacts;
        this.clinics = clinics;
    }

    /** The first moment from one on at which they may be written to. */
    Optional<Instant> from(Instant moment, PatientContact contact) {
        return SafeHours.from(moment, contact, clinics.zone(), _ -> Optional.of(SafeHours.USUAL));
    }

    /** The first moment from one on at which it is safe to call; the moment itself where nothing is known. */
    Instant toCall(Instant moment, PatientId patient) {
        return ways(patient)
                .flatMap(ways -> from(moment, ways.contact(null, null)))
                .orElse(moment);
    }

    /** Until when they may be called on the day on which it is safe next; a day later where that is over. */
    Instant untilCalled(Instant moment, PatientId patient) {
        var ways = ways(patient);
        var own = ways.map(PatientWays::safe);
        var zone = own.flatMap(_ -> ways.map(PatientWays::zone)).orElseGet(clinics::zone);
        var from = toCall(moment, patient);
        var until = own.orElse(SafeHours.USUAL).until();
        var thatDay = from.atZone(zone).with(until);
        return (thatDay.toInstant().isAfter(from) ? thatDay : thatDay.plusDays(1)).toInstant();
    }

    Optional<PatientWays> ways(PatientId patient) {
        return contacts.ways(patient);
    }

    Optional<String> number(PatientId patient) {
        return contacts.number(patient);
    }
}
