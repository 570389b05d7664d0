package org.stepwell.therapy.measuredue;

import org.stepwell.platform.database.JsonColumn;

/** The lines of a schedule, as a column. */
final class ScheduleColumn extends JsonColumn<ScheduleLine[]> {

    ScheduleColumn() {
        super(ScheduleLine[].class);
    }
}
