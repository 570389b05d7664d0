package org.stepwell.therapy.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Whose signature a plan needs; by when, the rules of a program say. */
@ConfigMapping(prefix = "stepwell.plan")
interface PlanSettings {

    /** The credentials by which somebody practises independently: a plan that others sign waits for one of them. */
    @WithDefault("MD,DO,NP,PA,APRN,PMHNP,PHD,PSYD,LCSW,LCSW-S,LICSW,LISW,LMFT,LPC,LPC-S,LCPC,LPCC,LMHC")
    Set<String> independent();

    /** For how many days there is time to look at a plan out of turn, from what happened. */
    @WithDefault("3")
    int outOfTurnDays();
}
