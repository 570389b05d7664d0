package org.stepwell.aftercare.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often somebody is asked how they are. */
@Schema(name = "AftercarePace")
public enum Pace {
    /** As the clinic's settings say: often in the beginning, and less as time goes by. */
    BY_TIME(null),
    WEEKLY(1),
    TWO_WEEKLY(2),
    FOUR_WEEKLY(4),
    QUARTERLY(13);

    private final @Nullable Integer weeks;

    Pace(@Nullable Integer weeks) {
        this.weeks = weeks;
    }

    /** From one check-in to the next; null where it follows from the time. */
    @Nullable
    Integer weeks() {
        return weeks;
    }
}
