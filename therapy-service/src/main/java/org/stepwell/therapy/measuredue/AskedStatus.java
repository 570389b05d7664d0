package org.stepwell.therapy.measuredue;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a questionnaire that was asked. */
@Schema(name = "AskedMeasureStatus")
enum AskedStatus {
    OPEN,
    ANSWERED,
    /** A newer one was asked, or its time was over before anybody was asked. */
    SUPERSEDED,
    /** The episode is over, or no discharge is planned after all. */
    WITHDRAWN;

    Set<AskedStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ANSWERED, SUPERSEDED, WITHDRAWN);
            case ANSWERED, SUPERSEDED, WITHDRAWN -> EnumSet.noneOf(AskedStatus.class);
        };
    }
}
