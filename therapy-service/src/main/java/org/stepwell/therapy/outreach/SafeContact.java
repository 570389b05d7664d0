package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.message.PatientWays;
import org.stepwell.platform.message.SafeHours;

/** By which ways, and at which hours, a patient is reached without harm. */
@Singleton
class SafeContact {

    private final PatientContacts contacts;
    private final ClinicDirectory clinics;

    SafeContact(PatientContacts contacts, ClinicDirectory clinics) {
        this.contacts = contacts;
        this.clinics = clinics;
    }

    /** The first moment from one on at which it is safe to call; the moment itself where nothing is known. */
    Instant from(Instant moment, PatientId patient) {
        return contacts.ways(patient).flatMap(ways -> from(moment, ways)).orElse(moment);
    }

    /** As it is shown with the steps. */
    Optional<OutreachView.ContactView> of(PatientId patient, Instant now) {
        return contacts.ways(patient).map(ways -> {
            var hours = ways.safe();
            return new OutreachView.ContactView(
                    contacts.number(patient).orElse(null),
                    ways.calls(),
                    ways.voicemail(),
                    ways.texts(),
                    ways.mails(),
                    ways.saying(),
                    hours == null ? null : hours.from(),
                    hours == null ? null : hours.until(),
                    ways.zone() == null ? null : ways.zone().getId(),
                    from(now, ways).orElse(null));
        });
    }

    private Optional<Instant> from(Instant moment, PatientWays ways) {
        return SafeHours.from(moment, ways.contact(null, null), clinics.zone(), _ -> Optional.of(SafeHours.USUAL));
    }
}
