package org.stepwell.aftercare.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeetingId;

/**
 * A mutual-help meeting: the days it meets on and the time it begins, in its own time zone. Without days it meets by
 * appointment. Nothing about its members is kept.
 *
 * @param active false once its feed no longer has it
 * @param zone the time zone of its times: the meeting's, or its feed's where the meeting names none
 * @param types codes of the Meeting Guide format, such as O for open
 * @param marks what it is searched by: its types, where it is held, its languages
 */
public record Meeting(
        MeetingId id,
        String feed,
        boolean active,
        String name,
        Set<DayOfWeek> days,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        String zone,
        Set<String> types,
        Set<String> marks,
        @Nullable String location,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String conferenceUrl,
        @Nullable String conferencePhone) {

    private static final String LANGUAGE = MeetingTypes.languageMark("");

    /** True where somebody can go there on this date. */
    public boolean meetsOn(LocalDate date) {
        return days.isEmpty() || days.contains(date.getDayOfWeek());
    }

    /** True where no spiritual program is followed. */
    public boolean secular() {
        return marks.contains(MeetingTypes.SECULAR);
    }

    boolean online() {
        return marks.contains(MeetingTypes.ONLINE);
    }

    boolean inPerson() {
        return marks.contains(MeetingTypes.IN_PERSON);
    }

    List<String> languages() {
        return marks.stream()
                .filter(mark -> mark.startsWith(LANGUAGE))
                .map(mark -> mark.substring(LANGUAGE.length()))
                .sorted()
                .toList();
    }
}
