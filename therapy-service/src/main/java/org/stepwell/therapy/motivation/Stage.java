package org.stepwell.therapy.motivation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How near somebody is to change; people go back and forth between these. */
@Schema(name = "StageOfChange")
enum Stage {
    PRECONTEMPLATION,
    CONTEMPLATION,
    PREPARATION,
    ACTION,
    MAINTENANCE
}
