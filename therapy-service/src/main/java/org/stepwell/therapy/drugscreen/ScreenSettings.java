package org.stepwell.therapy.drugscreen;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/** How often patients are screened where a clinician says nothing else, and when they see what was found. */
@ConfigMapping(prefix = "stepwell.drug-screen")
interface ScreenSettings {

    /** So many random screens... */
    @WithDefault("4")
    int times();

    /** ...in so many days. */
    @WithDefault("28")
    int perDays();

    /** At least so many days from one random screen to the next. */
    @WithDefault("2")
    int apartDays();

    /** On which days of the week somebody collects. */
    @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
    Set<DayOfWeek> weekdays();

    /** The LOINC code of the panel that is used where nobody names one. */
    @WithDefault("65750-2")
    String panel();

    /** So long after results came a patient sees them, whoever has looked at them by then. */
    @WithDefault("P2D")
    Duration shownAfter();

    /** For how many days after its last dose something may still be found, where the formulary knows of no longer time. */
    @WithDefault("14")
    int staysDays();
}
