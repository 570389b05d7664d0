package org.stepwell.therapy.attainment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody came on a scale: what was expected is the middle of five. */
@Schema(name = "AttainmentLevel")
enum Level {
    MUCH_LESS_THAN_EXPECTED(-2),
    LESS_THAN_EXPECTED(-1),
    AS_EXPECTED(0),
    MORE_THAN_EXPECTED(1),
    MUCH_MORE_THAN_EXPECTED(2);

    private final int points;

    Level(int points) {
        this.points = points;
    }

    int points() {
        return points;
    }
}
