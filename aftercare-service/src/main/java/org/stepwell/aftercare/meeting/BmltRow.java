package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.FeedRow.Bad;

/**
 * Reads a meeting as a BMLT root server tells it in JSON, where all values are strings and weekday 1 is Sunday. Its id is of its
 * server, and so are the ids of formats: what a format means is told by its world id.
 */
final class BmltRow {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final List<String> ADDRESS = List.of(
            "location_street",
            "location_municipality",
            "location_province",
            "location_postal_code_1",
            "location_nation");
    private static final String VIRTUAL_WORLD = "VM";
    private static final String HYBRID_WORLD = "HY";

    private BmltRow() {}

    /** The formats of all servers of an answer, by server and id. */
    static final class Formats {

        private final Map<String, Format> byId = new HashMap<>();

        private record Format(
                @Nullable String world, @Nullable String language) {}

        /** Takes one that the server tells; what can not be read means nothing. */
        void add(JsonNode format) {
            var id = format.path("id").asText();
            var world = format.path("world_id").asText("").strip();
            var key = format.path("key_string").asText("").strip().toLowerCase(Locale.ROOT);
            boolean ofLanguage = "LANG".equals(world) && FeedFields.isLanguage(key);
            byId.put(server(format) + " " + id, new Format(world.isEmpty() ? null : world, ofLanguage ? key : null));
        }

        private List<Format> of(JsonNode row) {
            var found = new ArrayList<Format>();
            for (var id : row.path("format_shared_id_list").asText("").split(",", -1)) {
                @Nullable Format format = byId.get(server(row) + " " + id.strip());
                if (format != null) {
                    found.add(format);
                }
            }
            return found;
        }
    }

    /** What it is known by: its server and its id there. */
    static String key(JsonNode row) throws Bad {
        var id = row.path("id_bigint").asText("").strip();
        if (!ID.matcher(id).matches()) {
            throw new Bad("its id_bigint is no number");
        }
        return server(row) + " " + id;
    }

    /** Reads a meeting; null for one that is not published, and so is none. */
    static @Nullable FeedRow read(JsonNode row, FeedDefaults defaults, Formats formats) throws Bad {
        if (!row.isObject()) {
            throw new Bad("a meeting is an object");
        }
        if ("0".equals(row.path("published").asText())) {
            return null;
        }
        var key = key(row);
        var name = FeedFields.required(row, "meeting_name");
        var day = day(row);
        var start = FeedFields.time(row, "start_time");
        if (start == null) {
            throw new Bad("it has no start_time");
        }
        var said = Said.of(row, formats);
        boolean placeClosed = said.types().contains(MeetingTypes.CLOSED_PLACE);
        var venue = Venue.of(row, said.worlds(), placeClosed);
        return new FeedRow(
                key,
                name,
                EnumSet.of(day),
                start,
                start.plus(lasting(row)),
                FeedFields.zone(row, "time_zone", defaults),
                said.types(),
                MeetingTypes.marks(said.types(), venue.online(), venue.inPerson(), said.languages(), defaults),
                FeedText.of(row, "location_text", FeedFields.TEXT_CHARACTERS_MAX),
                FeedFields.joined(row, ADDRESS),
                FeedFields.place(row),
                FeedFields.url(row, "virtual_meeting_link"),
                FeedFields.phone(row, "phone_meeting_number"));
    }

    /** What its formats say: types as the Meeting Guide format has them, world ids, and languages. */
    private record Said(Set<String> types, Set<String> worlds, Set<String> languages) {

        /** The language of the row counts where no format names one. */
        static Said of(JsonNode row, Formats formats) {
            var said = new Said(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            formats.of(row).forEach(said::add);
            var spoken = row.path("lang_enum").asText("").strip().toLowerCase(Locale.ROOT);
            if (said.languages.isEmpty() && FeedFields.isLanguage(spoken)) {
                said.languages.add(spoken);
            }
            return said;
        }

        private void add(Formats.Format format) {
            if (format.language() != null) {
                languages.add(format.language());
            }
            if (format.world() != null) {
                worlds.add(format.world());
                @Nullable String type = MeetingTypes.ofWorldFormat(format.world());
                if (type != null) {
                    types.add(type);
                }
            }
        }
    }

    /** Where it is held: 1 in person, 2 virtual, 3 both; older servers say it by formats. */
    private record Venue(boolean online, boolean inPerson) {

        static Venue of(JsonNode row, Set<String> worlds, boolean placeClosed) throws Bad {
            var said = row.path("venue_type").asText("").strip();
            return switch (said) {
                case "1" -> new Venue(false, !placeClosed);
                case "2" -> new Venue(true, false);
                case "3" -> new Venue(true, !placeClosed);
                case "", "0" -> {
                    boolean hybrid = worlds.contains(HYBRID_WORLD);
                    boolean virtual = hybrid
                            || worlds.contains(VIRTUAL_WORLD)
                            || FeedFields.url(row, "virtual_meeting_link") != null;
                    yield new Venue(virtual, !placeClosed && (hybrid || !virtual));
                }
                default -> throw new Bad("its venue_type is neither 1, 2 nor 3");
            };
        }
    }

    /** The JSON of a server counts from Sunday = 1; its database and its other formats do not. */
    private static DayOfWeek day(JsonNode row) throws Bad {
        var said = row.path("weekday_tinyint").asText("").strip();
        if (!said.matches("[1-7]")) {
            throw new Bad("its weekday_tinyint is not 1 (Sunday) to 7 (Saturday)");
        }
        int fromSunday = Integer.parseInt(said);
        return DayOfWeek.of(fromSunday == 1 ? 7 : fromSunday - 1);
    }

    private static Duration lasting(JsonNode row) throws Bad {
        var said = row.path("duration_time").asText("").strip();
        if (said.isEmpty()) {
            return AN_HOUR;
        }
        var time = DURATION.matcher(said);
        if (!time.matches()) {
            throw new Bad("its duration_time is not HH:MM:SS");
        }
        var lasting = Duration.ofHours(Integer.parseInt(time.group(1))).plusMinutes(Integer.parseInt(time.group(2)));
        return lasting.isZero() ? AN_HOUR : lasting;
    }

    /** The same server, however its address is written. */
    private static String server(JsonNode row) {
        var said = row.path("root_server_uri").asText("").strip().replaceAll("/+$", "");
        try {
            var uri = URI.create(said);
            return uri.getHost() == null
                    ? said
                    : uri.getHost().toLowerCase(Locale.ROOT) + (uri.getRawPath() == null ? "" : uri.getRawPath());
        } catch (IllegalArgumentException e) {
            return said;
        }
    }
}
