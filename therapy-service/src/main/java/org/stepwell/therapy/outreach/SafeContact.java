package org.stepwell.therapy.outreach;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.ContactSeal;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.SafeHours;
import org.stepwell.therapy.roster.ContactRules;
import org.stepwell.therapy.roster.Patients;

/** By which ways, and at which hours, a patient is reached without harm. */
@Singleton
class SafeContact {

    private final ContactRules rules;
    private final Patients patients;
    private final ContactSeal seal;
    private final ClinicDirectory clinics;

    SafeContact(ContactRules rules, Patients patients, ContactSeal seal, ClinicDirectory clinics) {
        this.rules = rules;
        this.patients = patients;
        this.seal = seal;
        this.clinics = clinics;
    }

    /** The first moment from one on at which it is safe to call; the moment itself where nothing is known. */
    Instant from(Instant moment, PatientId patient) {
        return rules.of(patient).flatMap(ways -> from(moment, ways)).orElse(moment);
    }

    /** As it is shown with the steps. */
    Optional<OutreachView.ContactView> of(PatientId patient, Instant now) {
        return rules.of(patient)
                .map(ways -> new OutreachView.ContactView(
                        ways.phone() || ways.textMessage() ? number(patient) : null,
                        ways.phone(),
                        ways.voicemail(),
                        ways.textMessage(),
                        ways.email(),
                        ways.saying(),
                        ways.from(),
                        ways.until(),
                        ways.zone() == null ? null : ways.zone().getId(),
                        from(now, ways).orElse(null)));
    }

    private Optional<Instant> from(Instant moment, ContactRules.Ways ways) {
        var hours = ways.from() == null || ways.until() == null
                ? null
                : new PatientContact.Hours(ways.from(), ways.until());
        var contact = new PatientContact("", ways.zone(), null, null, hours, ways.saying());
        return SafeHours.from(moment, contact, clinics.zone(), _ -> Optional.of(SafeHours.USUAL));
    }

    private @Nullable String number(PatientId patient) {
        return patients.contacts(List.of(patient)).values().stream()
                .findFirst()
                .map(block -> seal.open(patient, block))
                .map(ContactBlock::phone)
                .orElse(null);
    }
}
