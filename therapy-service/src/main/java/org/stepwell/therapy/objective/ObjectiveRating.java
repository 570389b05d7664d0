package org.stepwell.therapy.objective;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an objective stands after a session, against the one before: from worse to met. The coding is our own. */
@Schema(name = "ObjectiveRating")
public enum ObjectiveRating {
    WORSE,
    NO_CHANGE,
    SOME_PROGRESS,
    MUCH_PROGRESS,
    MET
}
