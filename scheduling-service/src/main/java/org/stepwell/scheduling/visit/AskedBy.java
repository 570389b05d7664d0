package org.stepwell.scheduling.visit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asks for a visit: the plan of a stay, or what follows it. */
@Schema(name = "VisitAskedBy")
enum AskedBy {
    THERAPY,
    AFTERCARE
}
