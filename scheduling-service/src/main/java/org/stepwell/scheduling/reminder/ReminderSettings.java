package org.stepwell.scheduling.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When patients are reminded. */
@ConfigMapping(prefix = "stepwell.reminders")
public interface ReminderSettings {

    /** So long before the first appointment of a day its patient is reminded, or earlier where that is no safe hour for them. */
    @WithDefault("PT24H")
    Duration ahead();

    /** Whoever could not be reminded so long before it is not reminded any more: they are on their way. */
    @WithDefault("PT1H")
    Duration latest();
}
