package org.stepwell.therapy.outreach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When which step is taken after a patient stayed away. No authority sets these numbers: they are the house's own. */
@ConfigMapping(prefix = "stepwell.outreach")
interface OutreachSettings {

    /** Within so many days a second day that is missed asks the therapist to call. */
    @WithDefault("7")
    int callWithinDays();

    /** So many days missed one after the other ask the team to look at it. */
    @WithDefault("3")
    int reviewAfterInARow();

    /** Over so many days it is counted how much was attended; a team that looked at it is not asked again for as long. */
    @WithDefault("14")
    int shareOverDays();

    /** Whoever attended less than this percentage of what was scheduled is looked at by the team. */
    @WithDefault("70")
    int sharePercent();

    /** Of fewer sessions than this, no share is made. */
    @WithDefault("4")
    int shareOfSessions();

    /** After so many days without contact a certified letter goes out. */
    @WithDefault("14")
    int letterAfterDays();

    /** After so many days without contact somebody decides whether the episode ends. */
    @WithDefault("30")
    int proposalAfterDays();

    /** Sessions count from so many days before a run on: not fewer than any other of these numbers counts back. */
    @WithDefault("30")
    int lookBackDays();

    /** For so many hours after an unexpected opioid was found, staying away is an alarm. */
    @WithDefault("72")
    int alarmAfterOpioidsHours();
}
