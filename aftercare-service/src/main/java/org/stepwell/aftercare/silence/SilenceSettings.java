package org.stepwell.aftercare.silence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When whom no check-in came from is looked for, counted from the hour it was due; days are days of the clinic at that hour. */
@ConfigMapping(prefix = "stepwell.silence")
interface SilenceSettings {

    /** A neutral message. */
    @WithDefault("PT4H")
    Duration message();

    /** Staff call. */
    @WithDefault("PT24H")
    Duration call();

    /** Staff call again, and the patient's account says so. */
    @WithDefault("PT48H")
    Duration secondCall();

    /** So far apart by the clock are two calls, where the second is to be at another time. */
    @WithDefault("PT2H")
    Duration callsApart();

    /** The support person is asked, where a consent names one. */
    @WithDefault("PT72H")
    Duration supportPerson();

    /** Whether a consent names one is asked again so much later, while this service has not heard the register of consents. */
    @WithDefault("PT5M")
    Duration askAgain();

    /** A visit or a letter. */
    @WithDefault("5")
    int visitDays();

    /** A supervisor's review. */
    @WithDefault("7")
    int reviewDays();

    /** Treatment is offered again. */
    @WithDefault("14")
    int linkageDays();

    /** Aftercare is closed gently. */
    @WithDefault("30")
    int unreachableDays();

    /** The same where the last check-in was red or amber, or a warning of suicide stands. */
    Compressed compressed();

    /** What is sooner then. */
    interface Compressed {

        /** A neutral message. */
        @WithDefault("PT2H")
        Duration message();

        /** Staff call. */
        @WithDefault("PT4H")
        Duration call();

        /** A supervisor's review, the same day. */
        @WithDefault("PT6H")
        Duration review();

        /** A welfare check, the same day. */
        @WithDefault("PT6H")
        Duration welfareCheck();

        /** Staff call again. */
        @WithDefault("PT24H")
        Duration secondCall();

        /** The support person is asked, where a consent names one. */
        @WithDefault("PT24H")
        Duration supportPerson();

        /** A visit or a letter. */
        @WithDefault("2")
        int visitDays();
    }
}
