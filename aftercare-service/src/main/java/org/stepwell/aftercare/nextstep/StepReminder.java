package org.stepwell.aftercare.nextstep;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the one message to the patient before the day of a step. */
@Schema(name = "NextStepReminder")
enum StepReminder {
    /** It is about to be sent, at an hour that is safe. */
    LEAVING,
    SENT,
    /** Nobody could send it while it would have helped, or the step went another way. */
    SUPERSEDED,
    /** There is no number and no address that is safe, and agreed with the patient. */
    NO_SAFE_WAY,
    /** There is no such mailbox. */
    CAME_BACK
}
