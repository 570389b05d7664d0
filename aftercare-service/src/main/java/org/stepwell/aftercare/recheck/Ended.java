package org.stepwell.aftercare.recheck;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nobody asks any more. */
@Schema(name = "RecheckEnded")
enum Ended {
    /** The patient is in treatment again. */
    ADMITTED,
    /** Aftercare was closed. */
    AFTERCARE_CLOSED,
    /** The patient does not want to be asked. */
    WANTS_NONE,
    /** The patient died. */
    DIED,
    /** A supervisor decided it. */
    ANOTHER_REASON
}
