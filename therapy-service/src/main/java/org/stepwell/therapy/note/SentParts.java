package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.therapy.notetext.Linkable;
import org.stepwell.therapy.notetext.NoteDefaults;
import org.stepwell.therapy.notetext.NoteForm;
import org.stepwell.therapy.notetext.NotePartForm;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.SentPart;

/** Looks at each part of a group's note by itself: one that can not be kept loses nobody else's. */
@Singleton
class SentParts {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private final Validator validator;

    SentParts(Validator validator) {
        this.validator = validator;
    }

    /** What was not kept of a part: all of it; what stood there before stands. */
    @Schema(name = "PartNotKept")
    record NotKept(
            PatientId patient,
            @Schema(examples = "/parts/3/text") String pointer,

            @Schema(examples = "size must be between 0 and 8000")
            String reason) {}

    /** What can be kept, by whom it is about, and what can not. */
    record Looked(Map<PatientId, PartContent> kept, List<NotKept> notKept) {

        Set<PatientId> asBefore() {
            return notKept.stream().map(NotKept::patient).collect(Collectors.toSet());
        }

        private void mustKeepSome() {
            if (kept.isEmpty() && !notKept.isEmpty()) {
                throw NoteRule.SOME_PART_IS_KEPT.because(
                        "None of them can (%d). Correct what is pointed at."
                                .formatted(asBefore().size()),
                        notKept.stream()
                                .map(one -> new FieldError(one.pointer(), one.reason()))
                                .toList());
            }
        }
    }

    /** All of them, and those of whom nothing is said but what holds for everybody; refused where none can be kept. */
    Looked of(Note note, NoteForm form, Linkable linkable) {
        Optional.ofNullable(form.defaults()).ifPresent(NoteDefaults::mustNoteNoRisk);
        var kept = new HashMap<PatientId, PartContent>();
        var notKept = new ArrayList<NotKept>();
        for (int i = 0; i < form.parts().size(); i++) {
            var sent = form.parts().get(i);
            var patient = Objects.requireNonNull(sent.patient());
            var wrong = wrong(note, form, sent, linkable);
            var at = "/parts/%d".formatted(i);
            wrong.forEach(error -> notKept.add(new NotKept(patient, at + error.pointer(), error.detail())));
            if (wrong.isEmpty()) {
                kept.put(patient, filled(form, sent, linkable).content());
            }
        }
        form.ofOthers(note.present(), linkable).forEach(part -> kept.put(part.patient(), part.content()));
        var looked = new Looked(kept, notKept);
        looked.mustKeepSome();
        return looked;
    }

    private static NotePartForm filled(NoteForm form, SentPart sent, Linkable linkable) {
        var part = Objects.requireNonNull(sent.part());
        return part.with(form.defaults(), linkable.of(part.patient()));
    }

    private List<FieldError> wrong(Note note, NoteForm form, SentPart sent, Linkable linkable) {
        var part = sent.part();
        if (part == null) {
            return List.of(Objects.requireNonNull(sent.unreadable()));
        }
        var wrong = new ArrayList<FieldError>();
        validator.validate(part).forEach(one -> wrong.add(new FieldError(pointer(one), one.getMessage())));
        wrong.addAll(filled(form, sent, linkable).missing());
        if (wrong.isEmpty()) {
            if (!note.isPresent(part.patient())) {
                wrong.add(new FieldError("/patient", "by the attendance taken, not at this session"));
            } else {
                wrong.addAll(linkable.wrong(part.patient(), part.rated(), "/objectives"));
            }
        }
        return wrong;
    }

    /** {@code objectives[0].rating} is {@code /objectives/0/rating}. */
    private static String pointer(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().replace(".<list element>", "");
        return "/" + INDEX.matcher(path).replaceAll("/$1").replace('.', '/');
    }
}
