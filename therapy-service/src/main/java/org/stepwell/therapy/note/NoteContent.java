package org.stepwell.therapy.note;

import java.util.Comparator;
import java.util.Map;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** A note, opened: the shared text and the part of each patient who was there. */
record NoteContent(SharedText shared, Map<PatientId, IndividualText> parts) {

    /** Each patient present has a text, and no two texts are the same. */
    void mustBeIndividual() {
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
        var patients = parts.keySet().stream()
                .sorted(Comparator.comparing(PatientId::value))
                .toList();
        for (int i = 0; i < patients.size(); i++) {
            for (int j = i + 1; j < patients.size(); j++) {
                mustDiffer(patients.get(i), patients.get(j));
            }
        }
    }

    private void mustDiffer(PatientId one, PatientId other) {
        if (of(one).clones(of(other))) {
            throw new Refusal(
                    NoteRule.TEXTS_ARE_INDIVIDUAL,
                    "The texts of two patients (%s, %s) are nearly the same. Write what each of them did."
                            .formatted(one, other));
        }
    }

    IndividualText of(PatientId patient) {
        var text = parts.get(patient);
        if (text == null) {
            throw new IllegalStateException("no part was opened for " + patient);
        }
        return text;
    }
}
