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
            case PRESUMPTIVE -> EnumSet.of(CONFIRMED);
            // Somebody writes down the next morning what happened the evening before.
            case MISSED -> EnumSet.of(COLLECTED, REFUSED, INSUFFICIENT, INVALID, CANCELLED);
            case REFUSED, INSUFFICIENT, INVALID, CONFIRMED, CANCELLED -> EnumSet.noneOf(ScreenStatus.class);
        };
    }

    boolean hasResults() {
        return this == PRESUMPTIVE || this == CONFIRMED;
    }
}
