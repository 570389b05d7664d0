package org.stepwell.platform.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.stepwell.platform.message.PatientContact.Hours;

/** When a patient may be written to: within their own safe hours, or, without those, while the clinic is open. */
public final class SafeHours {

    /** Where the clinic has not said when it is open: no earlier and no later than one would call a stranger. */
    public static final Hours USUAL = new Hours(LocalTime.of(9, 0), LocalTime.of(20, 0));

    private static final int DAYS_AHEAD_MAX = 14;

    private SafeHours() {}

    /**
     * The first moment from one on at which a patient may be written to; the moment itself where it is one.
     *
     * @param clinicOpen the hours of a day of the clinic, or none where it is closed then
     * @return nothing where there is no such moment within two weeks
     */
    public static Optional<Instant> from(
            Instant moment, PatientContact contact, ZoneId clinic, Function<LocalDate, Optional<Hours>> clinicOpen) {
        var safe = Optional.ofNullable(contact.safe());
        var zone = safe.isEmpty() || contact.zone() == null ? clinic : contact.zone();
        var first = moment.atZone(zone);
        for (int ahead = 0; ahead <= DAYS_AHEAD_MAX; ahead++) {
            var day = first.toLocalDate().plusDays(ahead);
            var hours = safe.or(() -> clinicOpen.apply(day));
            var hour = ahead == 0 ? first.toLocalTime() : LocalTime.MIN;
            if (hours.isPresent() && hour.isBefore(hours.get().until())) {
                var from = hours.get().from();
                return Optional.of(
                        hours.get().hold(hour)
                                ? moment
                                : day.atTime(from).atZone(zone).toInstant());
            }
        }
        return Optional.empty();
    }
}
