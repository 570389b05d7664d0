package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.problem.Refusal;

/** Signs a note; what looks wrong in a part is signed only with a reason, which is kept. */
@Singleton
class SignNote {

    private final NoteTexts texts;
    private final Doubts doubts;
    private final NotesDue notesDue;
    private final Outbox outbox;
    private final Clock clock;

    SignNote(NoteTexts texts, Doubts doubts, NotesDue notesDue, Outbox outbox, Clock clock) {
        this.texts = texts;
        this.doubts = doubts;
        this.notesDue = notesDue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is said with a signature. */
    @Schema(name = "NoteSignatureForm")
    record Form(
            @Schema(description = "why parts are signed in which something looks wrong (the note's `doubts`)")
            @Nullable
            @Size(max = 100)
            List<@NotNull @Valid Reason> reasons) {}

    /** Why one part is signed as it is. */
    @Schema(name = "NoteDoubtReason")
    record Reason(
            @NotNull PatientId patient,

            @Schema(examples = "The two are siblings, and worked on the same task together.")
            @NotNull
            @Size(min = 20, max = 2_000)
            String because) {}

    void sign(GroupNote note, @Nullable Form form, Signer signer) {
        var facts = note.facts();
        if (facts.shared() == null) {
            throw NoteRule.NOTE_IS_NOT_WRITTEN.because("The note is %s. Write it first.".formatted(facts.status()));
        }
        var content = texts.open(
                facts, note.parts().stream().filter(NotePart::present).toList());
        var found = facts.signature() == null ? doubts.in(content) : Map.<PatientId, Set<Doubt>>of();
        var reasons = reasons(form);
        mustBeAnswered(found, reasons, Doubt.ALIKE, NoteRule.TEXTS_ARE_INDIVIDUAL);
        mustBeAnswered(found, reasons, Doubt.NAMES_ANOTHER, NoteRule.OTHERS_ARE_NOT_NAMED);
        outbox.append(note.sign(content, signer, clock.instant()));
        doubts.keep(facts.id(), found, reasons);
        notesDue.settle(note);
    }

    private static Map<PatientId, String> reasons(@Nullable Form form) {
        var reasons = new HashMap<PatientId, String>();
        if (form != null && form.reasons() != null) {
            form.reasons().forEach(one -> reasons.put(one.patient(), one.because()));
        }
        return reasons;
    }

    private static void mustBeAnswered(
            Map<PatientId, Set<Doubt>> found, Map<PatientId, String> reasons, Doubt doubt, NoteRule rule) {
        var open = found.entrySet().stream()
                .filter(one -> one.getValue().contains(doubt) && !reasons.containsKey(one.getKey()))
                .map(one -> one.getKey().toString())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            throw new Refusal(
                    rule,
                    "It is so of: %s. Write what each of them did, or send the reason with the signature."
                            .formatted(open));
        }
    }
}
