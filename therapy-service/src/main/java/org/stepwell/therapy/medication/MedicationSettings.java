package org.stepwell.therapy.medication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a clinic's program asks before medication is ordered, and when an injection is close to being missed. */
@ConfigMapping(prefix = "stepwell.medication")
interface MedicationSettings {

    /** What a prescriber hears who orders a controlled substance without a look into the monitoring program. */
    @WithDefault("WARNS")
    PdmpRule pdmp();

    /** For how many days after it a look into the monitoring program counts. */
    @WithDefault("7")
    int pdmpDays();

    /** At how many points of COWS, or more, buprenorphine is begun without a warning; after an opioid that lasts long, never below 12. */
    @WithDefault("8")
    int cowsLeast();

    /** For how many days after them liver tests count before naltrexone is ordered. */
    @WithDefault("90")
    int liverTestDays();

    /** So many days before the window of an injection closes, its prescriber is told that it was not given yet. */
    @WithDefault("2")
    int closingDays();

    /** What becomes of an order without a look into the monitoring program. */
    enum PdmpRule {
        /** It is ordered. */
        OFF,
        /** It is ordered with a reason. */
        WARNS,
        /** It is refused. */
        STOPS
    }
}
