package org.stepwell.therapy.twelvestep;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a session of facilitation is about; the list of Project MATCH's manual, which is in the public domain. */
@Schema(name = "FacilitationTopic")
enum Topic {
    INTRODUCTION_AND_ASSESSMENT(Kind.CORE),
    ACCEPTANCE(Kind.CORE),
    PEOPLE_PLACES_ROUTINES(Kind.CORE),
    SURRENDER(Kind.CORE),
    GETTING_ACTIVE(Kind.CORE),
    GENOGRAM(Kind.ELECTIVE),
    ENABLING(Kind.ELECTIVE),
    EMOTIONS(Kind.ELECTIVE),
    MORAL_INVENTORY(Kind.ELECTIVE),
    RELATIONSHIPS(Kind.ELECTIVE),
    CONJOINT_ENABLING(Kind.CONJOINT),
    CONJOINT_DETACHING(Kind.CONJOINT),
    TERMINATION(Kind.TERMINATION);

    private final Kind kind;

    Topic(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Which part of a facilitation a topic belongs to; a conjoint one is with somebody who is close to the patient. */
    @Schema(name = "FacilitationKind")
    enum Kind {
        CORE,
        ELECTIVE,
        CONJOINT,
        TERMINATION
    }
}
