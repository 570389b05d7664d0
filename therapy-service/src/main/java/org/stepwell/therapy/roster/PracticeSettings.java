package org.stepwell.therapy.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Whose signature stands alone. */
@ConfigMapping(prefix = "stepwell.practice")
interface PracticeSettings {

    /** The credentials by which somebody practises independently: plans and notes that others sign wait for one of them. */
    @WithDefault("MD,DO,NP,PA,APRN,PMHNP,PHD,PSYD,LCSW,LCSW-S,LICSW,LISW,LMFT,LPC,LPC-S,LCPC,LPCC,LMHC")
    Set<String> independent();
}
