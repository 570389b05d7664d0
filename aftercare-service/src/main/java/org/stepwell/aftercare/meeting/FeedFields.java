package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.FeedRow.Bad;

/** The fields that both formats have: read with patience, and refused where nothing sensible can be made of them. */
final class FeedFields {

    static final int TEXT_CHARACTERS_MAX = 200;
    private static final int URL_CHARACTERS_MAX = 500;
    private static final int PHONE_CHARACTERS_MAX = 60;
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?");
    private static final Pattern NO_PHONE = Pattern.compile("[^0-9+()#*,. -]");
    private static final Set<String> LANGUAGES =
            Stream.of(Locale.getISOLanguages()).collect(Collectors.toSet());

    private FeedFields() {}

    static String required(JsonNode row, String field) throws Bad {
        var text = FeedText.of(row, field, TEXT_CHARACTERS_MAX);
        if (text == null) {
            throw new Bad("it has no " + field);
        }
        return text;
    }

    /** False stands for nothing in what PHP writes; a number is taken for its digits. */
    static boolean blank(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isTextual() && value.textValue().isBlank());
    }

    static @Nullable LocalTime time(JsonNode row, String field) throws Bad {
        @Nullable JsonNode value = row.get(field);
        if (value == null || blank(value)) {
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

    /** A zone nobody knows is as good as none: the feed's holds. */
    static String zone(JsonNode row, String field, FeedDefaults defaults) throws Bad {
        var zone = FeedText.of(row, field, TEXT_CHARACTERS_MAX);
        try {
            return (zone == null ? defaults.zone() : ZoneId.of(zone)).getId();
        } catch (DateTimeException e) {
            return defaults.zone().getId();
        }
    }

    static @Nullable GeoPoint place(JsonNode row) throws Bad {
        if (blank(row.get("latitude")) || blank(row.get("longitude"))) {
            return null;
        }
        var place = new GeoPoint(degrees(row, "latitude"), degrees(row, "longitude"));
        if (!place.possible()) {
            throw new Bad("its latitude and longitude are nowhere on the earth");
        }
        return place.nowhere() ? null : place;
    }

    private static double degrees(JsonNode row, String field) throws Bad {
        var value = row.get(field);
        try {
            double degrees = value.isContainerNode()
                    ? Double.NaN
                    : Double.parseDouble(value.asText().strip());
            if (Double.isFinite(degrees)) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Bad("its " + field + " is no number");
    }

    static @Nullable String joined(JsonNode row, List<String> fields) throws Bad {
        var parts = new ArrayList<String>();
        for (var field : fields) {
            var part = FeedText.of(row, field, TEXT_CHARACTERS_MAX);
            if (part != null) {
                parts.add(part);
            }
        }
        var whole = String.join(", ", parts);
        return parts.isEmpty() ? null : whole.substring(0, Math.min(whole.length(), TEXT_CHARACTERS_MAX));
    }

    /** Only what a browser can open safely. */
    static @Nullable String url(JsonNode row, String field) throws Bad {
        var url = FeedText.of(row, field, URL_CHARACTERS_MAX);
        try {
            @Nullable String scheme = url == null ? null : new URI(url).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A number to dial in and its codes, without whoever somebody wrote beside it. */
    static @Nullable String phone(JsonNode row, String field) throws Bad {
        var text = FeedText.of(row, field, PHONE_CHARACTERS_MAX);
        var number = text == null
                ? ""
                : NO_PHONE.matcher(text)
                        .replaceAll("")
                        .replaceAll("^[^0-9+(]+", "")
                        .strip();
        return number.chars().anyMatch(Character::isDigit) ? number : null;
    }

    static boolean isLanguage(String code) {
        return LANGUAGES.contains(code);
    }
}
