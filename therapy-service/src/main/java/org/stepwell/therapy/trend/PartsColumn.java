package org.stepwell.therapy.trend;

import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.platform.database.JsonColumn;

/** What the parts of a questionnaire say, as a column. */
final class PartsColumn extends JsonColumn<Subscale[]> {

    PartsColumn() {
        super(Subscale[].class);
    }
}
