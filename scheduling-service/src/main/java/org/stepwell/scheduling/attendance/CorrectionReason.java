package org.stepwell.scheduling.attendance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an attendance is corrected. */
@Schema(name = "CorrectionReason")
enum CorrectionReason {
    EXCUSE_RECEIVED,
    ENTERED_WRONGLY,
    CAME_LATE_UNNOTICED,
    LEFT_EARLY_UNNOTICED,
    AUDIT
}
