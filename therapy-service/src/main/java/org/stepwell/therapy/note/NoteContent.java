package org.stepwell.therapy.note;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** A note, opened: the shared text and the part of each patient who was there. */
record NoteContent(SharedText shared, Map<PatientId, IndividualText> parts) {

    /** Refuses a note in which somebody who was present has no text. */
    void mustBeWritten() {
        var missing = parts.entrySet().stream()
                .filter(part -> part.getValue().text().isBlank())
                .map(Map.Entry::getKey)
                .map(PatientId::toString)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    NoteRule.EVERYBODY_PRESENT_HAS_A_TEXT,
                    "No text for %d of %d patients (%s). Write how each of them took part."
                            .formatted(missing.size(), parts.size(), String.join(", ", missing)));
        }
    }

    /** Whose texts are nearly another's. */
    Set<PatientId> alike() {
        var patients = List.copyOf(parts.keySet());
        var alike = new HashSet<PatientId>();
        for (int i = 0; i < patients.size(); i++) {
            for (int j = i + 1; j < patients.size(); j++) {
                if (of(patients.get(i)).clones(of(patients.get(j)))) {
                    alike.add(patients.get(i));
                    alike.add(patients.get(j));
                }
            }
        }
        return alike;
    }

    IndividualText of(PatientId patient) {
        var text = parts.get(patient);
        if (text == null) {
            throw new IllegalStateException("no part was opened for " + patient);
        }
        return text;
    }
}
