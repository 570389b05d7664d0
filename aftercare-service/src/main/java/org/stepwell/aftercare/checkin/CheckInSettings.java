package org.stepwell.aftercare.checkin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When a check-in is due. */
@ConfigMapping(prefix = "stepwell.check-ins")
interface CheckInSettings {

    /** The hour of its day, by the clock of the clinic: from then on whoever did not check in is looked for. */
    @WithDefault("12:00")
    LocalTime dueHour();
}
