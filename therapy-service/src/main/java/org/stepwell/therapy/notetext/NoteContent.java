package org.stepwell.therapy.notetext;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;

/**
 * A note, opened: the part of each patient who was there.
 *
 * @param shared what a group has in common; a visit has nothing
 */
public record NoteContent(@Nullable SharedText shared, Map<PatientId, PartContent> parts) {

    /** Whose texts are nearly another's. */
    public Set<PatientId> alike() {
        var patients = List.copyOf(parts.keySet());
        var alike = new HashSet<PatientId>();
        for (int i = 0; i < patients.size(); i++) {
            for (int j = i + 1; j < patients.size(); j++) {
                if (Likeness.of(textOf(patients.get(i)), textOf(patients.get(j)))) {
                    alike.add(patients.get(i));
                    alike.add(patients.get(j));
                }
            }
        }
        return alike;
    }

    /** What is written of each. */
    public Map<PatientId, PartText> texts() {
        var texts = new HashMap<PatientId, PartText>();
        parts.forEach((patient, part) -> texts.put(patient, part.text()));
        return texts;
    }

    private @Nullable String textOf(PatientId patient) {
        return of(patient).text().text();
    }

    /** The part of a patient who was there. */
    public PartContent of(PatientId patient) {
        var part = parts.get(patient);
        if (part == null) {
            throw new IllegalStateException("no part was opened for " + patient);
        }
        return part;
    }
}
