package org.stepwell.enrollment.patient;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.message.ContactSeal;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;

/** Takes who a person is, at registration and whenever it is corrected; whoever looks like somebody else is looked at first. */
@Singleton
class DescribePatient {

    private final Patients patients;
    private final ContactSeal contact;
    private final SealedJson sealed;
    private final Names names;
    private final Likenesses likenesses;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Clock clock;

    DescribePatient(
            Patients patients,
            ContactSeal contact,
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

    void register(Patient patient, PatientForm form) {
        describe(patient, form, Set.of());
    }

    /** Those who looked like the patient before were looked at then. */
    void correct(Patient patient, PatientForm form) {
        describe(patient, form, surelyLike(patients.contactOf(patient), patient.id()));
    }

    private void describe(Patient patient, PatientForm form, Set<PatientId> lookedAt) {
        form.mustMakeSense(LocalDate.ofInstant(clock.instant(), clinics.zone()));
        mustBeNew(patient.id(), form, lookedAt);
        take(Map.of(patient, form));
    }

    /** Registers people whose forms make sense and whom nobody is taken for; the number of statements does not grow. */
    void registerAll(Map<Patient, PatientForm> people) {
        take(people);
    }

    private void take(Map<Patient, PatientForm> people) {
        var now = clock.instant();
        var digests = new HashMap<PatientId, Set<String>>();
        people.forEach((patient, form) -> {
            var changed = patient.describe(
                    new Patient.Details(form.language(), form.zone(), form.contactRules()), kept(patient, form), now);
            patients.persist(patient);
            digests.put(
                    patient.id(),
                    Stream.concat(names.beginnings(form.familyName()), likenesses.kept(form.contact()).stream())
                            .collect(Collectors.toSet()));
            outbox.append(changed);
        });
        patients.flush();
        names.calls(digests);
    }

    private Patient.Kept kept(Patient patient, PatientForm form) {
        var person = form.contact();
        var identity = likenesses.identity(person);
        return new Patient.Kept(
                identity,
                namesake(patient, form, identity),
                contact.seal(patient.id(), person),
                sealed.seal(About.PART, patient.id().value(), form.about()));
    }

    private void mustBeNew(PatientId patient, PatientForm form, Set<PatientId> lookedAt) {
        patients.mustAllBeKnown(form.others(), "/notTheSameAs");
        var unseen = surelyLike(form.contact(), patient);
        unseen.removeAll(form.others());
        unseen.removeAll(lookedAt);
        if (!unseen.isEmpty()) {
            throw new Refusal(
                    PatientRule.MAYBE_REGISTERED,
                    "%d of the clinic's patients look like this person. Look at them (patients/matches), and go on with the"
                                    .formatted(unseen.size())
                            + " record you find, or name in notTheSameAs those who are somebody else.",
                    List.of(new FieldError("/notTheSameAs", "leaves out somebody who looks like this person")));
        }
    }

    private Set<PatientId> surelyLike(ContactBlock person, PatientId themselves) {
        return likenesses.like(person, themselves).entrySet().stream()
                .filter(found -> found.getValue().stream().anyMatch(Likeness::isSure))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The number the patient has already; else the next free one, where somebody said that others share name and birth date. */
    private int namesake(Patient patient, PatientForm form, String identity) {
        if (patient.kept().identity().equals(identity)) {
            return patient.kept().namesake();
        }
        return form.others().isEmpty() ? 0 : patients.namesakes(identity);
    }
}
