package org.stepwell.therapy.notetext;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What looks wrong in the part of one patient. */
@Schema(name = "NoteDoubt")
public enum Doubt {
    /** Nine of ten words stand in the part of another patient in the session too: a payer takes it for a copy. */
    ALIKE,
    /** It names another patient of the group in full, who would then stand in this one's record. */
    NAMES_ANOTHER,
    /** The first name of another patient of the group stands in it; it may be anybody's. */
    FIRST_NAME_OF_ANOTHER,
    /** The name of another patient of the group can not be opened: nobody knows whether it stands here. */
    NAMES_NOT_KNOWN;

    /** Whether it is signed only with a reason. */
    public boolean needsReason() {
        return this == ALIKE || this == NAMES_ANOTHER;
    }
}
