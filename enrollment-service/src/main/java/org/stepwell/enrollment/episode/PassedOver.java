package org.stepwell.enrollment.episode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why those who are next were passed over. */
@Schema(name = "PassedOver")
public enum PassedOver {
    NOT_REACHED,
    WANT_ANOTHER_TIME,
    NOT_READY,
    CLINICAL_NEED
}
