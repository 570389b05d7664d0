package org.stepwell.therapy.note;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;

/** The parts of a note, one for each patient. */
record NoteParts(List<NotePart> all) {

    Optional<NotePart> of(PatientId patient) {
        return all.stream().filter(part -> part.patient().equals(patient)).findFirst();
    }

    List<NotePart> present() {
        return all.stream().filter(NotePart::present).toList();
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
