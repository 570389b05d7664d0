package org.stepwell.therapy.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever signs a discharge summary should know, and what keeps nobody from signing. */
@Schema(name = "DischargeSummaryWarning")
enum SummaryWarning {
    /** Notes of sessions that the patient was at are not signed yet. */
    NOTES_OWED,
    /** The patient has no plan for the prevention of a relapse. */
    NO_RELAPSE_PLAN,
    /** The patient has no crisis plan. */
    NO_CRISIS_PLAN,
    /** A safety flag stands about the patient. */
    SAFETY_FLAG_STANDS
}
