package org.stepwell.aftercare.checkin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody lives. */
@Schema(name = "CheckInHousing")
enum Housing {
    STABLE,
    AT_RISK,
    LOST
}
