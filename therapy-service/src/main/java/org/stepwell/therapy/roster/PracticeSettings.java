package org.stepwell.therapy.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Whose signature stands alone. */
@ConfigMapping(prefix = "stepwell.practice")
interface PracticeSettings {

    /** The credentials by which somebody practises independently: plans and notes that others sign wait for one of them. */
    @WithDefault("MD,DO,NP,NP-C,APRN,ARNP,CRNP,FNP,FNP-C,FNP-BC,PMHNP,PMHNP-BC,CNS,PA,PA-C,PHD,PSYD,"
            + "LCSW,LCSW-C,LCSW-R,LCSW-S,LICSW,LISW,LISW-S,LMFT,LCMFT,LPC,LPC-S,LCPC,LPCC,LPCC-S,LMHC,LCMHC")
    Set<String> independent();
}
