package org.stepwell.therapy.objective;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an objective stands after a session, against the one before: from worse to met. The coding is our own. */
@Schema(name = "ObjectiveRating")
public enum ObjectiveRating {
    WORSE(-1),
    NO_CHANGE(0),
    SOME_PROGRESS(1),
    MUCH_PROGRESS(2),
    MET(3);

    private final int steps;

    ObjectiveRating(int steps) {
        this.steps = steps;
    }

    /** How far from no change. */
    public int steps() {
        return steps;
    }
}
