package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.notetext.Linkable;
import org.stepwell.therapy.notetext.MemberNames;
import org.stepwell.therapy.notetext.NoteForm;
import org.stepwell.therapy.notetext.NoteTexts;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.VisitNoteForm;
import org.stepwell.therapy.objective.ObjectiveRatings;
import org.stepwell.therapy.objective.RatedObjective;

/** Writes notes. Of a group's, each part is looked at by itself: one that can not be kept loses nobody else's. */
@Singleton
class WriteNote {

    private final NoteContents contents;
    private final NoteTexts texts;
    private final ObjectiveRatings ratings;
    private final AcuteRisks acuteRisks;
    private final Validator validator;
    private final Clock clock;

    WriteNote(
            NoteContents contents,
            NoteTexts texts,
            ObjectiveRatings ratings,
            AcuteRisks acuteRisks,
            Validator validator,
            Clock clock) {
        this.contents = contents;
        this.texts = texts;
        this.ratings = ratings;
        this.acuteRisks = acuteRisks;
        this.validator = validator;
        this.clock = clock;
    }

    /** What was not kept of a part: all of it; what stood there before stands. */
    @Schema(name = "PartNotKept")
    record NotKept(
            PatientId patient,
            @Schema(examples = "/parts/3/text") String pointer,

            @Schema(examples = "size must be between 0 and 8000")
            String reason) {}

    /** A group's note; answers what could not be kept of it. */
    List<NotKept> ofGroup(Note note, NoteForm form, MemberNames names) {
        note.mustTakeText(true);
        form.mustSayWhose();
        names.refuse(form.sharedTexts());
        var linkable = contents.linkable(note);
        var kept = new HashMap<PatientId, PartContent>();
        var notKept = new ArrayList<NotKept>();
        for (int i = 0; i < form.parts().size(); i++) {
            var part = form.parts().get(i);
            var wrong = wrong(note, part, "/parts/%d".formatted(i), linkable);
            if (wrong.isEmpty()) {
                kept.put(part.patient(), part.content());
            }
            wrong.forEach(error -> notKept.add(new NotKept(part.patient(), error.pointer(), error.detail())));
        }
        mustKeepSome(kept, notKept);
        write(
                note,
                texts.seal(note.facts().id(), form.shared()),
                kept,
                notKept.stream().map(NotKept::patient).collect(Collectors.toSet()));
        return notKept;
    }

    private List<FieldError> wrong(Note note, NoteForm.Part part, String at, Linkable linkable) {
        var wrong = new ArrayList<FieldError>();
        validator.validate(part).forEach(one -> wrong.add(new FieldError(at + pointer(one), one.getMessage())));
        if (wrong.isEmpty()) {
            if (!note.isPresent(part.patient())) {
                wrong.add(new FieldError(at + "/patient", "by the attendance taken, not at this session"));
            } else {
                wrong.addAll(linkable.wrong(part.patient(), part.rated(), at + "/objectives"));
            }
        }
        return wrong;
    }

    /** {@code objectives[0].rating} is {@code /objectives/0/rating}. */
    private static String pointer(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        return "/"
                + path.replace(".<list element>", "")
                        .replaceAll("\\[(\\d+)]", "/$1")
                        .replace('.', '/');
    }

    private static void mustKeepSome(Map<PatientId, PartContent> kept, List<NotKept> notKept) {
        if (kept.isEmpty() && !notKept.isEmpty()) {
            throw NoteRule.SOME_PART_IS_KEPT.because(
                    "None of them can (%d). Correct what is pointed at."
                            .formatted(notKept.stream()
                                    .map(NotKept::patient)
                                    .distinct()
                                    .count()),
                    notKept.stream()
                            .map(one -> new FieldError(one.pointer(), one.reason()))
                            .toList());
        }
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
