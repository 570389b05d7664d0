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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.event.Outbox;
import org.stepwell.therapy.notetext.Doubt;
import org.stepwell.therapy.notetext.NoteGaps;
import org.stepwell.therapy.roster.Sessions;
import org.stepwell.therapy.roster.Signer;

/** Signs a note, all of it or nothing; what looks wrong in a part is signed only with a reason, which is kept. */
@Singleton
class SignNote {

    private final NoteContents contents;
    private final SessionMembers members;
    private final Doubts doubts;
    private final Overlaps overlaps;
    private final Sessions sessions;
    private final NotesDue notesDue;
    private final CosignsThatFallDue cosigns;
    private final Outbox outbox;
    private final Clock clock;

    SignNote(
            NoteContents contents,
            SessionMembers members,
            Doubts doubts,
            Overlaps overlaps,
            Sessions sessions,
            NotesDue notesDue,
            CosignsThatFallDue cosigns,
            Outbox outbox,
            Clock clock) {
        this.contents = contents;
        this.members = members;
        this.doubts = doubts;
        this.overlaps = overlaps;
        this.sessions = sessions;
        this.notesDue = notesDue;
        this.cosigns = cosigns;
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

    void sign(Note note, @Nullable Form form, Signer signer) {
        note.mustBeWritten();
        var content = contents.of(note);
        var found = Doubts.in(content, contents.besides(note), members.of(note));
        var reasons = reasons(form);
        var shown = NoteContents.shown(note).stream().map(NotePart::patient).toList();
        NoteGaps.mustBeNone(content, shown, contents.linkable(note), unanswered(found, reasons));
        var id = note.facts().id();
        boolean alone = sessions.of(note.facts().session()).facilitators().equals(List.of(signer.staff()));
        overlaps.mustBeNoneOfPatients(note);
        if (alone) {
            overlaps.mustBeNoneOf(signer.staff(), note);
        }
        outbox.append(note.sign(content, signer, alone, clock.instant()));
        doubts.keep(id, found, reasons);
        notesDue.settle(note);
        var facts = note.facts();
        if (facts.status() == NoteStatus.PENDING_COSIGN && facts.signature() != null) {
            cosigns.wait(id, facts.signature());
        }
    }

    private static Map<PatientId, String> reasons(@Nullable Form form) {
        var reasons = new HashMap<PatientId, String>();
        if (form != null && form.reasons() != null) {
            form.reasons().forEach(one -> reasons.put(one.patient(), one.because()));
        }
        return reasons;
    }

    private static Map<PatientId, Set<Doubt>> unanswered(
            Map<PatientId, Set<Doubt>> found, Map<PatientId, String> reasons) {
        var open = new HashMap<>(found);
        open.keySet().removeAll(reasons.keySet());
        return open;
    }
}
