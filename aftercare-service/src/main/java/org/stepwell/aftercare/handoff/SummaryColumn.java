package org.stepwell.aftercare.handoff;

import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.platform.database.JsonColumn;

/** A summary in codes as a column: it is kept as it was told, and shown whole. */
final class SummaryColumn extends JsonColumn<DischargeSummarySigned> {

    SummaryColumn() {
        super(DischargeSummarySigned.class);
    }
}
