package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.FeedRow.Bad;

/**
 * Reads a meeting of the Meeting Guide format. Real feeds stray from it, so days may also be names and times may have seconds.
 */
final class MeetingGuideRow {

    private static final int HOURS_WITHOUT_END = 1;

    private MeetingGuideRow() {}

    static FeedRow read(JsonNode row, FeedDefaults defaults) throws Bad {
        if (!row.isObject()) {
            throw new Bad("a meeting is an object");
        }
        var slug = FeedFields.required(row, "slug");
        var name = FeedFields.required(row, "name");
        var days = days(row.get("day"));
        @Nullable LocalTime start = FeedFields.time(row, "time");
        if (days.isEmpty() != (start == null)) {
            throw new Bad(start == null ? "it has a day but no time" : "it has a time but no day");
        }
        var said = types(row.get("types"));
        var types = new TreeSet<>(said);
        types.removeIf(code -> !MeetingTypes.known(code));
        var url = FeedFields.url(row, "conference_url");
        var phone = FeedFields.phone(row, "conference_phone");
        var address = address(row);
        var place = FeedFields.place(row);
        boolean online = url != null || phone != null || said.contains(MeetingTypes.ONLINE_TYPE);
        boolean somewhere = (address != null || place != null) && !approximate(row);
        boolean inPerson = !types.contains(MeetingTypes.CLOSED_PLACE) && (somewhere || !online);
        return new FeedRow(
                slug,
                name,
                days,
                start,
                endOf(start, FeedFields.time(row, "end_time")),
                FeedFields.zone(row, "timezone", defaults),
                types,
                MeetingTypes.marks(types, online, inPerson, Set.of(), defaults),
                FeedText.of(row, "location", FeedFields.TEXT_CHARACTERS_MAX),
                address,
                place,
                url,
                phone);
    }

    /** A meeting by appointment has no end; one whose end nobody said is taken to last an hour. */
    private static @Nullable LocalTime endOf(@Nullable LocalTime start, @Nullable LocalTime said) {
        if (start == null) {
            return null;
        }
        return said == null ? start.plusHours(HOURS_WITHOUT_END) : said;
    }

    private static Set<DayOfWeek> days(@Nullable JsonNode value) throws Bad {
        var days = EnumSet.noneOf(DayOfWeek.class);
        if (value == null || FeedFields.blank(value)) {
            return days;
        }
        for (var one : value.isArray() ? value : List.of(value)) {
            days.add(day(one));
        }
        return days;
    }

    /** The format counts from Sunday = 0, {@link DayOfWeek} to Sunday = 7. */
    private static DayOfWeek day(JsonNode value) throws Bad {
        var text =
                value.isIntegralNumber() || value.isTextual() ? value.asText().strip() : "";
        if (text.matches("[0-6]")) {
            int fromSunday = Integer.parseInt(text);
            return DayOfWeek.of(fromSunday == 0 ? 7 : fromSunday);
        }
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Bad("its day is neither 0 (Sunday) to 6 (Saturday) nor the name of a day"));
    }

    private static Set<String> types(@Nullable JsonNode value) throws Bad {
        var types = new TreeSet<String>();
        if (value == null || FeedFields.blank(value)) {
            return types;
        }
        if (!value.isArray()) {
            throw new Bad("its types are no list");
        }
        value.forEach(one -> types.add(one.asText().strip()));
        return types;
    }

    private static boolean approximate(JsonNode row) {
        return "yes".equalsIgnoreCase(row.path("approximate").asText());
    }

    private static @Nullable String address(JsonNode row) throws Bad {
        var whole = FeedText.of(row, "formatted_address", FeedFields.TEXT_CHARACTERS_MAX);
        return whole != null
                ? whole
                : FeedFields.joined(row, List.of("address", "city", "state", "postal_code", "country"));
    }
}
