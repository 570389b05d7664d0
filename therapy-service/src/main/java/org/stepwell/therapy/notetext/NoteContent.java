package org.stepwell.therapy.notetext;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;

/**
 * A note, opened: the part of each patient who was there.
 *
 * @param shared what a group has in common; a visit has nothing
 */
public record NoteContent(@Nullable SharedText shared, Map<PatientId, PartContent> parts) {

    /**
     * Whose texts are nearly another's.
     *
     * @param besides what stands in other notes of the same session
     */
    public Set<PatientId> alike(Collection<PartText> besides) {
        var others = besides.stream().map(PartText::wordings).toList();
        var wordings = parts.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue().text().wordings()))
                .toList();
        var alike = new HashSet<PatientId>();
        for (int i = 0; i < wordings.size(); i++) {
            var mine = wordings.get(i);
            if (others.stream().anyMatch(other -> anyAlike(mine.getValue(), other))) {
                alike.add(mine.getKey());
            }
            for (int j = i + 1; j < wordings.size(); j++) {
                if (anyAlike(mine.getValue(), wordings.get(j).getValue())) {
                    alike.add(mine.getKey());
                    alike.add(wordings.get(j).getKey());
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

    private static boolean anyAlike(List<Wording> mine, List<Wording> theirs) {
        return IntStream.range(0, mine.size()).anyMatch(i -> mine.get(i).isLike(theirs.get(i)));
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
