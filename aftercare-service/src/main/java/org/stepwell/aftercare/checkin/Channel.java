package org.stepwell.aftercare.checkin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a check-in was said. */
@Schema(name = "CheckInChannel")
enum Channel {
    PORTAL,
    PHONE,
    VIDEO,
    IN_PERSON
}
