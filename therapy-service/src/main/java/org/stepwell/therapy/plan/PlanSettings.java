package org.stepwell.therapy.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much time there is for a plan, where the rules of a program do not say. */
@ConfigMapping(prefix = "stepwell.plan")
interface PlanSettings {

    /** For how many days there is time to look at a plan out of turn, from what happened. */
    @WithDefault("3")
    int outOfTurnDays();
}
