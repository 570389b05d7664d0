package org.stepwell.enrollment.patient;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;

/** Takes who a person is, at registration and whenever it is corrected; whoever looks like somebody else is looked at first. */
@Singleton
class DescribePatient {

    private final Patients patients;
    private final Contact contact;
    private final SealedJson sealed;
    private final Names names;
    private final Likenesses likenesses;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Clock clock;

    DescribePatient(
            Patients patients,
            Contact contact,
            SealedJson sealed,
            Names names,
            Likenesses likenesses,
            ClinicDirectory clinics,
            Outbox outbox,
            Clock clock) {
        this.patients = patients;
        this.contact = contact;
        this.sealed = sealed;
        this.names = names;
        this.likenesses = likenesses;
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    void describe(Patient patient, PatientForm form) {
        var now = clock.instant();
        form.mustMakeSense(LocalDate.ofInstant(now, clinics.zone()));
        var person = form.contact();
        mustBeNew(patient.id(), person, form);
        var identity = likenesses.identity(person);
        var kept = new Patient.Kept(
                identity,
                namesake(patient, identity),
                contact.seal(patient.id(), person),
                sealed.seal(About.PART, patient.id().value(), form.about()));
        var changed =
                patient.describe(new Patient.Details(form.language(), form.zone(), form.contactRules()), kept, now);
        patients.persistAndFlush(patient);
        names.calls(patient.id(), Stream.concat(names.beginnings(form.familyName()), likenesses.kept(person).stream()));
        outbox.append(changed);
    }

    private void mustBeNew(PatientId patient, Contact.Block person, PatientForm form) {
        patients.mustAllBeKnown(form.others(), "/notTheSameAs");
        var alike = likenesses.like(person, patient);
        alike.keySet().removeAll(form.others());
        long unseen = alike.values().stream()
                .filter(found -> found.stream().anyMatch(Likeness::isSure))
                .count();
        if (unseen > 0) {
            throw new Refusal(
                    PatientRule.MAYBE_REGISTERED,
                    "%d of the clinic's patients look like this person. Look at them (patients/matches), and go on with the"
                                    .formatted(unseen)
                            + " record you find, or name in notTheSameAs those who are somebody else.",
                    List.of(new FieldError("/notTheSameAs", "leaves out somebody who looks like this person")));
        }
    }

    /** The next free number among people of one name and birth date, or the one the patient has already. */
    private int namesake(Patient patient, String identity) {
        return patient.kept().identity().equals(identity) ? patient.kept().namesake() : patients.namesakes(identity);
    }
}
