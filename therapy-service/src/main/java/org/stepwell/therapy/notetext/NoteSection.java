package org.stepwell.therapy.notetext;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section of a note of a visit. */
@Schema(name = "NoteSection")
public enum NoteSection {
    SUBJECTIVE,
    OBJECTIVE,
    ASSESSMENT,
    PLAN,
    DATA,
    BEHAVIOR,
    INTERVENTION,
    RESPONSE,
    GOAL
}
