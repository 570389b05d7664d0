package org.stepwell.aftercare.nextstep;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a receiver does not take somebody. */
@Schema(name = "DeclineReason")
public enum DeclineReason {
    NO_PLACE,
    NOT_SUITABLE,
    /** No insurance that they take, or no money for it. */
    NOT_COVERED,
    TOO_FAR,
    /** They tried to reach the person, and could not. */
    NOT_REACHED,
    ANOTHER_REASON
}
