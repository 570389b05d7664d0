package org.stepwell.therapy.career;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be in the way of work or school. */
@Schema(name = "CareerBarrier")
enum Barrier {
    NO_DRIVERS_LICENSE,
    TRANSPORT,
    CHILDCARE,
    CRIMINAL_RECORD,
    SCHEDULE_CONFLICTS,
    HEALTH,
    HOUSING,
    LANGUAGE,
    PAPERS_MISSING,
    NO_PHONE_OR_INTERNET,
    SCHOOLING,
    GAP_IN_WORK_HISTORY
}
