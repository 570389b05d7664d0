package org.stepwell.therapy.drugscreen;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a screen has come. One that was refused or missed is not a positive one. */
@Schema(name = "DrugScreenStatus")
enum ScreenStatus {
    ORDERED,
    COLLECTED,
    REFUSED,
    MISSED,
    INSUFFICIENT,
    INVALID,
    PRESUMPTIVE,
    CONFIRMED,
    CANCELLED;

    Set<ScreenStatus> next() {
        return switch (this) {
            case ORDERED -> EnumSet.of(COLLECTED, REFUSED, INSUFFICIENT, INVALID, MISSED, CANCELLED);
            case COLLECTED -> EnumSet.of(PRESUMPTIVE, CONFIRMED, INVALID, INSUFFICIENT, CANCELLED);
            // The laboratory that confirms says that it was dilute.
            case PRESUMPTIVE -> EnumSet.of(CONFIRMED, INVALID);
            // Somebody writes down the next morning what happened the evening before.
            case MISSED -> EnumSet.of(COLLECTED, REFUSED, INSUFFICIENT, INVALID, CANCELLED);
            // The stay was over, and goes on after all.
            case CANCELLED -> EnumSet.of(ORDERED);
            case REFUSED, INSUFFICIENT, INVALID, CONFIRMED -> EnumSet.noneOf(ScreenStatus.class);
        };
    }

    /** Whether there is something to talk over: what was found, or that nothing was given. */
    boolean isTalkedOver() {
        return hasResults() || this == REFUSED || this == MISSED;
    }

    boolean hasResults() {
        return this == PRESUMPTIVE || this == CONFIRMED;
    }
}
