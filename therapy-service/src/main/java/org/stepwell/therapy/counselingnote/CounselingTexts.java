package org.stepwell.therapy.counselingnote;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** Seals and opens what counseling notes say, each text for its own note. */
@Singleton
class CounselingTexts {

    private static final String NOTE = "counseling-note/";
    private static final String ADDENDUM = "counseling-note-addendum/";

    private final Seal seal;

    CounselingTexts(Seal seal) {
        this.seal = seal;
    }

    String seal(CounselingNoteId note, String text) {
        return seal.seal(ClinicContext.clinic(), NOTE + note, text);
    }

    String sealAddendum(UUID addendum, String text) {
        return seal.seal(ClinicContext.clinic(), ADDENDUM + addendum, text);
    }

    String open(CounselingNote note) {
        return seal.open(ClinicContext.clinic(), NOTE + note.id(), note.sealed());
    }

    CounselingNoteView show(CounselingNote note, List<CounselingAddendum> addenda) {
        var text = open(note);
        return new CounselingNoteView(
                note.line(),
                text,
                note.hash(),
                note.holds(text),
                addenda.stream().map(one -> one.view(open(one))).toList());
    }

    private String open(CounselingAddendum addendum) {
        return seal.open(ClinicContext.clinic(), ADDENDUM + addendum.id(), addendum.sealed());
    }
}
