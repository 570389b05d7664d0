package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.notetext.Linkable;
import org.stepwell.therapy.notetext.NoteContent;
import org.stepwell.therapy.notetext.NoteTexts;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.PartText;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRatings;
import org.stepwell.therapy.objective.Objectives;
import org.stepwell.therapy.objective.OpenObjective;
import org.stepwell.therapy.objective.RatedObjective;

/** Opens notes with all that their parts link. */
@Singleton
class NoteContents {

    private final Notes notes;
    private final NoteTexts texts;
    private final ObjectiveRatings ratings;
    private final Objectives objectives;

    NoteContents(Notes notes, NoteTexts texts, ObjectiveRatings ratings, Objectives objectives) {
        this.notes = notes;
        this.texts = texts;
        this.ratings = ratings;
        this.objectives = objectives;
    }

    /** The parts that are shown, in their order: of those who were there, and whatever is signed. */
    static List<NotePart> shown(Note note) {
        return note.parts().stream()
                .filter(part -> part.present() || part.signedAt() != null)
                .sorted(Comparator.comparing(NotePart::id))
                .toList();
    }

    /** All of a note; a part that is not written yet is empty. */
    NoteContent of(Note note) {
        var facts = note.facts();
        var shown = shown(note);
        var opened = new HashMap<PatientId, PartContent>();
        parts(shown).forEach((part, content) -> opened.put(part.patient(), content));
        var shared = facts.shared();
        return new NoteContent(shared == null ? null : texts.openShared(facts.id(), shared), opened);
    }

    /** What stands signed in the session's other notes. */
    List<PartText> besides(Note note) {
        return notes.standingBesides(note).stream()
                .map(part -> open(part, Map.of()).text())
                .toList();
    }

    /** These parts, of whatever notes. */
    Map<NotePart, PartContent> parts(Collection<NotePart> some) {
        var linked = ratings.ofParts(some.stream().map(NotePart::id).toList());
        var opened = new LinkedHashMap<NotePart, PartContent>();
        some.forEach(part -> opened.put(part, open(part, linked)));
        return opened;
    }

    private PartContent open(NotePart part, Map<UUID, List<RatedObjective>> linked) {
        var sealed = part.content();
        return sealed == null
                ? PartContent.EMPTY
                : new PartContent(
                        texts.open(part.note().facts().id(), part.patient(), sealed),
                        linked.getOrDefault(part.id(), List.of()));
    }

    /** The objectives that the parts of a note may link. */
    List<OpenObjective> open(Note note) {
        return objectives.openOn(
                note.facts().header().date(),
                note.parts().stream().map(NotePart::episode).collect(Collectors.toSet()));
    }

    /** The same for each patient. */
    Linkable linkable(Note note) {
        var ofEpisodes = open(note).stream()
                .collect(Collectors.groupingBy(
                        OpenObjective::episode, Collectors.mapping(OpenObjective::objective, Collectors.toSet())));
        var ofPatients = new HashMap<PatientId, Set<ObjectiveId>>();
        note.parts().forEach(part -> ofPatients.put(part.patient(), ofEpisodes.getOrDefault(part.episode(), Set.of())));
        return new Linkable(ofPatients);
    }
}
