package org.stepwell.aftercare.danger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of looking after somebody at a risk of suicide. */
@Schema(name = "AftercareDisposition")
enum Disposition {
    NO_ACUTE_RISK,
    SAFETY_PLAN_IN_PLACE,
    HIGHER_LEVEL_OF_CARE,
    EMERGENCY_CARE
}
