package org.stepwell.therapy.outreach;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a step. */
@Schema(name = "OutreachStepStatus")
enum StepStatus {
    OPEN,
    DONE,
    DECIDED_AGAINST,
    /** A later step made it needless. */
    SUPERSEDED,
    /** Somebody heard of the patient, or they had not stayed away after all; or what did it, or made it needless, was taken back. */
    WITHDRAWN;

    Set<StepStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(DONE, DECIDED_AGAINST, SUPERSEDED, WITHDRAWN);
            case DONE, SUPERSEDED -> EnumSet.of(WITHDRAWN);
            case DECIDED_AGAINST, WITHDRAWN -> EnumSet.noneOf(StepStatus.class);
        };
    }
}
