package org.stepwell.therapy.measuredue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** By when questionnaires are to be answered; which of them, the schedule of a program says. All numbers are the house's own. */
@ConfigMapping(prefix = "stepwell.measures")
interface MeasureDueSettings {

    /** After how many days without an answer a questionnaire is somebody's task. */
    @WithDefault("3")
    int unansweredDays();

    /** An answer of so many days before counts: nobody is asked the same twice in a few days. */
    @WithDefault("3")
    int freshDays();

    /** So many days after it fell due, it is not asked for any more where nobody was there to be asked. */
    @WithDefault("14")
    int askedWithinDays();

    /** So many days before the day of a planned discharge the last ones are asked. */
    @WithDefault("3")
    int beforeDischargeDays();
}
