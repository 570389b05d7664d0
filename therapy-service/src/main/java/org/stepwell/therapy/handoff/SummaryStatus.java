package org.stepwell.therapy.handoff;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a discharge summary stands; one that was withdrawn is begun again if the patient leaves after all. */
@Schema(name = "DischargeSummaryStatus")
enum SummaryStatus {
    DRAFT,
    SIGNED,
    /** The patient stays, and nobody had written anything. */
    WITHDRAWN;

    Set<SummaryStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SIGNED, WITHDRAWN);
            case SIGNED -> EnumSet.noneOf(SummaryStatus.class);
            case WITHDRAWN -> EnumSet.of(DRAFT);
        };
    }
}
