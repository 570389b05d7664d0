package org.stepwell.aftercare.recheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What clinics count differently in a recheck. */
@ConfigMapping(prefix = "stepwell.recheck")
interface RecheckSettings {

    /** From so many days of use in the past 90 on it counts as substantial; 13 is about once a week, and no authority's number. */
    @WithDefault("13")
    int useDays();

    /** For so many days an offer of treatment can be answered; 90 is until the next recheck. */
    @WithDefault("90")
    int offerDays();
}
