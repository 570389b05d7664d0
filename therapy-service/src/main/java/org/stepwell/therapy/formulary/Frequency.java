package org.stepwell.therapy.formulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a dose is taken or given. */
@Schema(name = "DoseFrequency")
public enum Frequency {
    ONCE_DAILY,
    TWICE_DAILY,
    THREE_TIMES_DAILY,
    AS_NEEDED,
    WEEKLY,
    EVERY_FOUR_WEEKS
}
