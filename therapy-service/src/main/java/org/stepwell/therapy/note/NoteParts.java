package org.stepwell.therapy.note;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;

/** The parts of a note, one for each patient. */
record NoteParts(List<NotePart> all) {

    Optional<NotePart> of(PatientId patient) {
        return all.stream().filter(part -> part.patient().equals(patient)).findFirst();
    }

    List<NotePart> present() {
        return all.stream().filter(NotePart::present).toList();
    }

    /** The newest word on a patient's attendance opens or withdraws their part; false where it says what is known. */
    boolean take(Note note, AttendanceRecorded newest) {
        var known = of(newest.patient());
        boolean attended = newest.status().attended();
        boolean changes = known.map(part -> part.differsFrom(newest)).orElse(attended);
        if (known.isEmpty() && attended) {
            all.add(new NotePart(note, newest));
        }
        known.ifPresent(part -> part.attendance(newest));
        return changes;
    }

    /** The part that an addendum is about, where it is about one patient. */
    Optional<NotePart> about(Addendum addendum) {
        var patient = addendum.patient();
        var part = patient == null ? Optional.<NotePart>empty() : of(patient);
        if (patient != null && part.isEmpty()) {
            throw NoteRule.notPresent(patient);
        }
        return part;
    }

    boolean present(PatientId patient) {
        return of(patient).filter(NotePart::present).isPresent();
    }

    private void mustBePresent(PatientId patient) {
        if (!present(patient)) {
            throw NoteRule.notPresent(patient);
        }
    }

    boolean anyWritten() {
        return present().stream().anyMatch(part -> part.content() != null);
    }

    boolean anyAsksForAWord() {
        return all.stream().anyMatch(NotePart::asksForAWord);
    }

    boolean anyStands() {
        return all.stream().anyMatch(NotePart::stands);
    }

    void write(Map<PatientId, NotePart.Sealed> sealed, Set<PatientId> asBefore) {
        sealed.keySet().forEach(this::mustBePresent);
        present().stream()
                .filter(part -> !asBefore.contains(part.patient()))
                .forEach(part -> part.write(sealed.get(part.patient())));
    }

    /** Strikes what stands of one patient, or of all. */
    List<NotePart> strike(@Nullable PatientId patient, Instant now) {
        var struck = all.stream()
                .filter(part ->
                        part.stands() && (patient == null || part.patient().equals(patient)))
                .toList();
        struck.forEach(part -> part.strike(now));
        return struck;
    }
}
