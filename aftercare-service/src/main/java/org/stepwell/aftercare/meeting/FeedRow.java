package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One meeting as a Meeting Guide feed gives it. Real feeds stray from the format, so days may also be names and times
 * may have seconds; contact names, phones and notes of a group are never read.
 */
record FeedRow(
        String slug,
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

    private static final int TEXT_CHARACTERS_MAX = 200;
    private static final int URL_CHARACTERS_MAX = 500;
    private static final int HOURS_WITHOUT_END = 1;
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?");

    /** Why a row can not be a meeting. */
    static final class Bad extends Exception {

        private final String reason;

        Bad(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Reads a row, or says why it can not be read. */
    static FeedRow read(JsonNode row) throws Bad {
        if (!row.isObject()) {
            throw new Bad("a meeting is an object");
        }
        var days = days(row.get("day"));
        @Nullable LocalTime start = time(row, "time");
        if (days.isEmpty() != (start == null)) {
            throw new Bad(start == null ? "it has a day but no time" : "it has a time but no day");
        }
        return new FeedRow(
                required(row, "slug"),
                required(row, "name"),
                days,
                start,
                endOf(start, time(row, "end_time")),
                zone(row),
                types(row.get("types")),
                FeedText.of(row, "location", TEXT_CHARACTERS_MAX),
                address(row),
                url(row),
                FeedText.of(row, "conference_phone", TEXT_CHARACTERS_MAX));
    }

    /** A meeting by appointment has no end; one whose end nobody said is taken to last an hour. */
    private static @Nullable LocalTime endOf(@Nullable LocalTime start, @Nullable LocalTime said) {
        if (start == null) {
            return null;
        }
        return said == null ? start.plusHours(HOURS_WITHOUT_END) : said;
    }

    private static String required(JsonNode row, String field) throws Bad {
        var text = FeedText.of(row, field, TEXT_CHARACTERS_MAX);
        if (text == null) {
            throw new Bad("it has no " + field);
        }
        return text;
    }

    private static Set<DayOfWeek> days(@Nullable JsonNode value) throws Bad {
        var days = EnumSet.noneOf(DayOfWeek.class);
        if (value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())) {
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

    private static @Nullable LocalTime time(JsonNode row, String field) throws Bad {
        @Nullable JsonNode value = row.get(field);
        if (value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())) {
            return null;
        }
        var time = TIME.matcher(value.asText().strip());
        if (!value.isTextual() || !time.matches()) {
            throw new Bad("its " + field + " is not HH:MM");
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        if (hour > 23 || minute > 59) {
            throw new Bad("its " + field + " is no time of day");
        }
        return LocalTime.of(hour, minute);
    }

    private static @Nullable String zone(JsonNode row) {
        var zone = FeedText.of(row, "timezone", TEXT_CHARACTERS_MAX);
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Set<String> types(@Nullable JsonNode value) {
        var types = new TreeSet<String>();
        if (value != null && value.isArray()) {
            value.forEach(one -> types.add(one.asText().strip()));
        }
        types.removeIf(code -> !MeetingTypes.known(code));
        return types;
    }

    private static @Nullable String address(JsonNode row) {
        var whole = FeedText.of(row, "formatted_address", TEXT_CHARACTERS_MAX);
        if (whole != null) {
            return whole;
        }
        var parts = new ArrayList<String>();
        Stream.of("address", "city", "state", "postal_code", "country")
                .map(part -> FeedText.of(row, part, TEXT_CHARACTERS_MAX))
                .filter(Objects::nonNull)
                .forEach(parts::add);
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    /** Only what a browser can open safely. */
    private static @Nullable String url(JsonNode row) {
        var url = FeedText.of(row, "conference_url", URL_CHARACTERS_MAX);
        try {
            @Nullable String scheme = url == null ? null : new URI(url).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
