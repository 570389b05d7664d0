package org.stepwell.therapy.notetext;

import static org.stepwell.therapy.notetext.NoteSection.ASSESSMENT;
import static org.stepwell.therapy.notetext.NoteSection.BEHAVIOR;
import static org.stepwell.therapy.notetext.NoteSection.DATA;
import static org.stepwell.therapy.notetext.NoteSection.GOAL;
import static org.stepwell.therapy.notetext.NoteSection.INTERVENTION;
import static org.stepwell.therapy.notetext.NoteSection.OBJECTIVE;
import static org.stepwell.therapy.notetext.NoteSection.PLAN;
import static org.stepwell.therapy.notetext.NoteSection.RESPONSE;
import static org.stepwell.therapy.notetext.NoteSection.SUBJECTIVE;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the note of a visit is laid out, as clinicians call it. */
@Schema(name = "NoteFormat")
public enum NoteFormat {
    SOAP,
    DAP,
    BIRP,
    GIRP;

    /** Its sections in their order; each says something before the note is signed. */
    public List<NoteSection> sections() {
        return switch (this) {
            case SOAP -> List.of(SUBJECTIVE, OBJECTIVE, ASSESSMENT, PLAN);
            case DAP -> List.of(DATA, ASSESSMENT, PLAN);
            case BIRP -> List.of(BEHAVIOR, INTERVENTION, RESPONSE, PLAN);
            case GIRP -> List.of(GOAL, INTERVENTION, RESPONSE, PLAN);
        };
    }
}
