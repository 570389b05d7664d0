package org.stepwell.aftercare.nextstep;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an accepted step came about. */
@Schema(name = "NextStepOutcome")
enum StepOutcome {
    HAPPENED,
    DID_NOT_HAPPEN
}
