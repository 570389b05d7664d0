package org.stepwell.therapy.handoff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much time there is for what a patient leaves with. */
@ConfigMapping(prefix = "stepwell.handoff")
interface HandoffSettings {

    /** How many days after the last one a discharge summary is signed by. */
    @WithDefault("7")
    int summaryDays();

    /** A questionnaire counts as one of the end where it was taken in so many days before it, the last one included. */
    @WithDefault("14")
    int lastMeasuresDays();
}
