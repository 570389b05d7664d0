package org.stepwell.scheduling.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a session does not take place. */
@Schema(name = "CancellationReason")
enum CancellationReason {
    CLINICIAN_ABSENT,
    ROOM_UNAVAILABLE,
    CLINIC_CLOSED,
    WEATHER,
    TOO_FEW_PATIENTS,
    GROUP_CHANGED,
    GROUP_ENDED
}
