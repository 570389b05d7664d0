package org.stepwell.therapy.notetext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;

/** What stands between a note and its signature, each with the part it is about: all of it is said at once. */
public final class NoteGaps {

    private final List<Gap> gaps = new ArrayList<>();

    private NoteGaps() {}

    private record Gap(NoteTextRule rule, PatientId patient, FieldError error) {}

    /**
     * Refuses by the first rule that is broken, with every gap by its place in the note as it is read.
     *
     * @param asShown the patients, in the order in which the note shows their parts
     * @param unanswered what looks wrong in the part of a patient and has no reason yet
     */
    public static void mustBeNone(
            NoteContent note, List<PatientId> asShown, Linkable linkable, Map<PatientId, Set<Doubt>> unanswered) {
        var found = new NoteGaps();
        for (int i = 0; i < asShown.size(); i++) {
            var patient = asShown.get(i);
            found.in(patient, note.of(patient), "/parts/%d".formatted(i), note.shared() != null, linkable);
            found.doubtful(patient, unanswered.getOrDefault(patient, Set.of()), "/parts/%d/text".formatted(i));
        }
        found.refuse();
    }

    private void in(PatientId patient, PartContent part, String at, boolean ofGroup, Linkable linkable) {
        var text = part.text();
        if (ofGroup && !text.hasText()) {
            add(NoteTextRule.EVERYBODY_PRESENT_HAS_A_TEXT, patient, at + "/text", "how they took part");
        }
        if (!ofGroup && !text.emptySections().isEmpty()) {
            add(
                    NoteTextRule.SECTIONS_ARE_WRITTEN,
                    patient,
                    at + "/sections",
                    "say something in " + text.emptySections());
        }
        if (!text.saysRisk()) {
            var field = text.risk() == null ? "/risk" : "/riskText";
            add(NoteTextRule.RISK_IS_NOTED, patient, at + field, "which risk was noted, and what it was");
        }
        var objectives = at + "/objectives";
        if (part.objectives().isEmpty()) {
            add(NoteTextRule.OBJECTIVES_ARE_RATED, patient, objectives, "at least one that the session touched");
        }
        linkable.wrong(patient, part.objectives(), objectives)
                .forEach(error -> gaps.add(new Gap(NoteTextRule.OBJECTIVES_ARE_RATED, patient, error)));
    }

    private void doubtful(PatientId patient, Set<Doubt> doubts, String at) {
        if (doubts.contains(Doubt.ALIKE)) {
            add(NoteTextRule.TEXTS_ARE_INDIVIDUAL, patient, at, "what this patient did, or a reason");
        }
        if (doubts.contains(Doubt.NAMES_ANOTHER)) {
            add(NoteTextRule.OTHERS_ARE_NOT_NAMED, patient, at, "no name of another, or a reason");
        }
    }

    private void add(NoteTextRule rule, PatientId patient, String pointer, String advice) {
        gaps.add(new Gap(rule, patient, new FieldError(pointer, advice)));
    }

    private void refuse() {
        var first = gaps.stream().map(Gap::rule).min(Comparator.naturalOrder());
        if (first.isPresent()) {
            var whom = gaps.stream()
                    .filter(gap -> gap.rule() == first.get())
                    .map(gap -> gap.patient().toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw first.get().of(whom, gaps.stream().map(Gap::error).toList());
        }
    }
}
