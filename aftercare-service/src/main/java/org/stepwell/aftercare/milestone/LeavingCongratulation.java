package org.stepwell.aftercare.milestone;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.stepwell.aftercare.milestone.Congratulations.Leaving;
import org.stepwell.aftercare.milestone.Congratulations.Outcome;
import org.stepwell.aftercare.patient.Patients;
import org.stepwell.aftercare.plan.AgreedChannels;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.Messenger;
import org.stepwell.platform.message.Messenger.Channel;
import org.stepwell.platform.message.Messenger.Words;
import org.stepwell.platform.message.PatientContact;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.message.SafeHours;
import org.stepwell.platform.message.Undeliverable;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Sends a note on the day itself, if the patient still counts from that date, wants such notes, is in care, and may be written to
 * at an hour of that day. It says neither what for nor how long.
 */
@Singleton
class LeavingCongratulation implements DueDoor {

    static final String KIND = "milestone-note-leaves";

    private static final String BUNDLE = "org.stepwell.aftercare.milestone.words";

    /** A language that is not written here is answered in English, not in that of the machine. */
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final SobrietyRuns runs;
    private final Congratulations congratulations;
    private final FindPlan plans;
    private final Patients patients;
    private final PatientContacts contacts;
    private final AgreedChannels channels;
    private final Messenger messenger;
    private final Due due;
    private final ClinicDirectory clinics;
    private final Clock clock;

    LeavingCongratulation(
            SobrietyRuns runs,
            Congratulations congratulations,
            FindPlan plans,
            Patients patients,
            PatientContacts contacts,
            AgreedChannels channels,
            Messenger messenger,
            Due due,
            ClinicDirectory clinics,
            Clock clock) {
        this.runs = runs;
        this.congratulations = congratulations;
        this.plans = plans;
        this.patients = patients;
        this.contacts = contacts;
        this.channels = channels;
        this.messenger = messenger;
        this.due = due;
        this.clinics = clinics;
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
        congratulations.leaving(subject).ifPresent(this::leaves);
    }

    private void leaves(Leaving note) {
        var now = clock.instant();
        var because = whyNot(note);
        if (because.isPresent()) {
            congratulations.became(note.id(), because.get(), null, now);
            return;
        }
        var contact = contacts.of(note.patient()).map(safe -> agreed(note, safe));
        var way = contact.flatMap(messenger::wayTo);
        if (way.isEmpty()) {
            congratulations.became(note.id(), Outcome.NO_SAFE_WAY, null, now);
            return;
        }
        var when = hour(note.on(), contact.get(), now);
        if (when.isEmpty()) {
            congratulations.became(note.id(), Outcome.SUPERSEDED, null, now);
        } else if (when.get().isAfter(now)) {
            due.at(KIND, note.id(), when.get());
        } else {
            send(note, contact.get(), way.get(), now);
        }
    }

    private Optional<Outcome> whyNot(Leaving note) {
        if (runs.running(note.run()).isEmpty()) {
            return Optional.of(Outcome.SUPERSEDED);
        }
        if (congratulations.muted(note.patient())) {
            return Optional.of(Outcome.MUTED);
        }
        boolean inCare = patients.isInTreatment(note.patient())
                || plans.openOf(note.patient()).isPresent();
        return inCare ? Optional.empty() : Optional.of(Outcome.NOT_IN_CARE);
    }

    /** Who has no plan yet was asked by nobody which ways they agree to. */
    private PatientContact agreed(Leaving note, PatientContact safe) {
        return plans.openOf(note.patient())
                .map(plan -> channels.within(plan.id(), safe))
                .orElse(safe);
    }

    /** The first safe hour from now on that lies on the day itself, where the patient lives. */
    private Optional<Instant> hour(LocalDate day, PatientContact contact, Instant now) {
        ZoneId zone = Optional.ofNullable(contact.zone()).orElse(clinics.zone());
        var begins = day.atStartOfDay(zone).toInstant();
        return SafeHours.from(
                        now.isBefore(begins) ? begins : now, contact, clinics.zone(), _ -> Optional.of(SafeHours.USUAL))
                .filter(when -> LocalDate.ofInstant(when, zone).equals(day));
    }

    @NotDisclosed("to the patient, by a way that is safe for them")
    private void send(Leaving note, PatientContact contact, Channel way, Instant now) {
        var written = ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(contact.language()), NO_OTHER);
        try {
            messenger.send(
                    note.id().value(),
                    contact,
                    way,
                    new Words(written.getString("subject"), written.getString("text")));
            congratulations.became(note.id(), Outcome.SENT, way, now);
        } catch (Undeliverable e) {
            congratulations.became(note.id(), Outcome.CAME_BACK, way, now);
        }
    }
}
