package org.stepwell.aftercare.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How often discharged patients are asked how they are, in weeks since aftercare began. No authority sets these numbers:
 * weekly calls for twelve weeks are telephone continuing care as McKay tried it, quarterly looks for two years are recovery
 * management checkups as Dennis and Scott did.
 */
@ConfigMapping(prefix = "stepwell.aftercare.cadence")
interface CadenceSettings {

    /** Through this week of aftercare patients are asked each week. */
    @WithDefault("12")
    int weeklyThrough();

    /** From then through this week, every two weeks. */
    @WithDefault("24")
    int twoWeeklyThrough();

    /** From then through this week, every four weeks. */
    @WithDefault("52")
    int fourWeeklyThrough();

    /** From then through this week, every thirteen weeks; after it nobody asks any more. */
    @WithDefault("104")
    int quarterlyThrough();
}
