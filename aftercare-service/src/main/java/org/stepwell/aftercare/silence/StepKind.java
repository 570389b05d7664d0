package org.stepwell.aftercare.silence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rung of the ladder, in the order in which those of one hour are taken. */
@Schema(name = "OutreachStepKind")
enum StepKind {
    /** An automatic message that says nothing of a program. */
    MESSAGE,
    /** Staff call. */
    CALL,
    /** Staff call again, at another time of the day. */
    SECOND_CALL,
    /** The patient's own account says that somebody would like to hear from them. */
    PORTAL,
    /** The support person whom a consent names is asked. */
    SUPPORT_PERSON,
    /** Somebody goes there, or writes a letter. */
    VISIT_OR_LETTER,
    /** Somebody sees to it that the patient is safe. */
    WELFARE_CHECK,
    /** A supervisor looks at how the patient was, and at what was tried. */
    SUPERVISOR_REVIEW,
    /** A second check-in was missed: treatment is offered again. */
    LINKAGE_OFFER,
    /** Nobody was reached for a month: aftercare is closed, and its door stays open. */
    UNREACHABLE;

    /** Whether it is done by an attempt to reach somebody, and by nobody's word. */
    boolean endsWithAnAttempt() {
        return switch (this) {
            case CALL, SECOND_CALL -> true;
            case MESSAGE, PORTAL, SUPPORT_PERSON, VISIT_OR_LETTER, WELFARE_CHECK -> false;
            case SUPERVISOR_REVIEW, LINKAGE_OFFER, UNREACHABLE -> false;
        };
    }

    /** Whether a supervisor is who ends it. */
    boolean ofSupervisors() {
        return this == SUPERVISOR_REVIEW || this == UNREACHABLE;
    }
}
