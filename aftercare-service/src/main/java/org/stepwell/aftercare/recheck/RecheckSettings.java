package org.stepwell.aftercare.recheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What clinics count differently in a recheck. */
@ConfigMapping(prefix = "stepwell.recheck")
interface RecheckSettings {

    /** From so many days of use in the past 90 on it counts as substantial; 13 is about once a week. */
    @WithDefault("13")
    int useDays();
}
