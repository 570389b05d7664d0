package org.stepwell.aftercare.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeetingId;

/**
 * A mutual-help meeting: the days it meets on and the time it begins, in its own time zone. Without days it meets by
 * appointment. Nothing about its members is kept.
 *
 * @param active false once its feed no longer has it
 * @param zone the feed's time zone for it, or null where the feed names none
 * @param types codes of the Meeting Guide format, such as O for open
 */
public record Meeting(
        MeetingId id,
        String feed,
        boolean active,
        String name,
        Set<DayOfWeek> days,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        @Nullable String zone,
        Set<String> types,
        @Nullable String location,
        @Nullable String address,
        @Nullable String conferenceUrl,
        @Nullable String conferencePhone) {

    /** True where somebody can go there on this date. */
    public boolean meetsOn(LocalDate date) {
        return days.isEmpty() || days.contains(date.getDayOfWeek());
    }

    /** True where no spiritual program is followed. */
    public boolean secular() {
        return types.contains(MeetingTypes.SECULAR);
    }
}
