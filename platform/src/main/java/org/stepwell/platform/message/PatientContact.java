package org.stepwell.platform.message;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;

/**
 * How a patient may be written to.
 *
 * @param language as an IETF tag, such as {@code es}
 * @param zone where they live, if not where the clinic is
 * @param phone for text messages; only where those are safe
 * @param email only where it is safe
 * @param safe the hours of any day in the patient's own time; without them, whenever the clinic is open
 */
public record PatientContact(
        String language,
        @Nullable ZoneId zone,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Hours safe,
        Saying saying) {

    /** From one hour of a day to a later one. */
    public record Hours(LocalTime from, LocalTime until) {

        /** Whether something may be said at an hour: the first minute is within, the last is not. */
        boolean hold(LocalTime hour) {
            return !hour.isBefore(from) && hour.isBefore(until);
        }
    }
}
