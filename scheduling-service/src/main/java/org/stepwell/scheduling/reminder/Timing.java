package org.stepwell.scheduling.reminder;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stepwell.platform.message.PatientContact;

/** When a patient may be told something, and until when it makes sense. */
@Singleton
class Timing {

    /** Over a long weekend the last safe hour may be so much earlier. */
    static final Duration EARLIER_MAX = Duration.ofDays(3);

    private final ReminderSettings settings;
    private final MessageHours hours;

    Timing(ReminderSettings settings, MessageHours hours) {
        this.settings = settings;
        this.hours = hours;
    }

    /** When it would best be said: what changed at once. */
    Instant wished(Occasion occasion, Instant now) {
        return occasion.isChange() ? now : occasion.first().minus(settings.ahead());
    }

    /** When it may be said, which is now or later; nothing where that would be too late. */
    Optional<Instant> moment(Occasion occasion, PatientContact contact, Instant now) {
        var latest =
                occasion.isChange() ? occasion.lastCall() : occasion.first().minus(settings.latest());
        for (int earlier = 0; earlier <= EARLIER_MAX.toDays(); earlier++) {
            var from = wished(occasion, now).minus(Duration.ofDays(earlier));
            var safe = hours.from(from.isAfter(now) ? from : now, contact).filter(moment -> !moment.isAfter(latest));
            if (safe.isPresent()) {
                return safe;
            }
        }
        return Optional.empty();
    }
}
