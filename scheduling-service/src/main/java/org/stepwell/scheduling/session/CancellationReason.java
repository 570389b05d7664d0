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
    GROUP_ENDED,
    /** The patient of a visit said that they do not come. */
    PATIENT_CANCELLED,
    /** The patient of a visit is away. */
    PATIENT_AWAY,
    /** The patient of a visit is not in the program any more. */
    EPISODE_ENDED,
    /** The plan does not ask for the visit any more. */
    NOT_NEEDED
}
