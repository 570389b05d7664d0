package org.stepwell.therapy.medication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a clinic's program asks before medication is ordered, and when an injection is close to being missed. */
@ConfigMapping(prefix = "stepwell.medication")
interface MedicationSettings {

    /** Whether a controlled substance is ordered without a look into the monitoring program: OFF asks for none, WARNS may be overridden. */
    @WithDefault("WARNS")
    PdmpRule pdmp();

    /** How many days a look into the monitoring program counts. */
    @WithDefault("7")
    int pdmpDays();

    /** From how many points of COWS on buprenorphine is begun without a warning. */
    @WithDefault("8")
    int cowsLeast();

    /** For how many days liver tests count. */
    @WithDefault("90")
    int liverTestDays();

    /** How many days before its window closes somebody is told that an injection is not given yet. */
    @WithDefault("2")
    int closingDays();

    /** What an order without a look into the monitoring program is. */
    enum PdmpRule {
        OFF,
        WARNS,
        STOPS
    }
}
