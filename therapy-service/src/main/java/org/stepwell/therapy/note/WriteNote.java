package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.notetext.MemberNames;
import org.stepwell.therapy.notetext.NoteForm;
import org.stepwell.therapy.notetext.NoteTexts;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.VisitNoteForm;
import org.stepwell.therapy.objective.ObjectiveRatings;
import org.stepwell.therapy.objective.RatedObjective;

/** Writes notes: seals what is said, and keeps how far the objectives came by it. */
@Singleton
class WriteNote {

    private final NoteContents contents;
    private final NoteTexts texts;
    private final ObjectiveRatings ratings;
    private final AcuteRisks acuteRisks;
    private final SentParts sent;
    private final Clock clock;

    WriteNote(
            NoteContents contents,
            NoteTexts texts,
            ObjectiveRatings ratings,
            AcuteRisks acuteRisks,
            SentParts sent,
            Clock clock) {
        this.contents = contents;
        this.texts = texts;
        this.ratings = ratings;
        this.acuteRisks = acuteRisks;
        this.sent = sent;
        this.clock = clock;
    }

    /** A group's note; answers what could not be kept of it. */
    List<SentParts.NotKept> ofGroup(Note note, NoteForm form, MemberNames names) {
        note.mustTakeText(true);
        form.mustSayWhose();
        names.refuse(form.sharedTexts());
        var looked = sent.of(note, form, contents.linkable(note));
        write(note, texts.seal(note.facts().id(), form.shared()), looked.kept(), looked.asBefore());
        return looked.notKept();
    }

    /** The note of a visit, of the one patient who was there. */
    void ofVisit(Note note, VisitNoteForm form) {
        note.mustTakeText(false);
        var content = form.content();
        if (note.isPresent(form.patient())) {
            var wrong = contents.linkable(note).wrong(form.patient(), form.rated(), "/objectives");
            if (!wrong.isEmpty()) {
                throw new Refusal(
                        HttpRule.INVALID_REQUEST, "Link objectives of this patient that were open on that day.", wrong);
            }
        }
        var others = note.parts().stream()
                .map(NotePart::patient)
                .filter(patient -> !patient.equals(form.patient()))
                .collect(Collectors.toSet());
        write(note, null, Map.of(form.patient(), content), others);
    }

    private void write(Note note, @Nullable String shared, Map<PatientId, PartContent> kept, Set<PatientId> asBefore) {
        var sealed = new HashMap<PatientId, NotePart.Sealed>();
        kept.forEach((patient, content) -> sealed.put(
                patient,
                new NotePart.Sealed(
                        content.text().participation(), texts.seal(note.facts().id(), patient, content.text()))));
        var now = clock.instant();
        note.write(shared, sealed, asBefore, now);
        var linked = new HashMap<UUID, List<RatedObjective>>();
        note.parts().stream()
                .filter(part -> part.present() && !asBefore.contains(part.patient()))
                .forEach(part -> linked.put(
                        part.id(),
                        kept.getOrDefault(part.patient(), PartContent.EMPTY).objectives()));
        ratings.write(linked);
        acuteRisks.written(note, kept, now);
    }
}
