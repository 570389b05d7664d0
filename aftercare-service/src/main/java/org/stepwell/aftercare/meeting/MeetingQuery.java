package org.stepwell.aftercare.meeting;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What somebody looks for; a meeting has all of it. */
public class MeetingQuery {

    static final String DEGREES = "-?[0-9]{1,3}(\\.[0-9]{1,2})?";
    static final String KILOMETERS = "[1-9][0-9]{0,2}";
    static final String TRUE_OR_FALSE = "true|false";
    static final int KILOMETERS_UNLESS_SAID = 25;

    private static final String DAYS = "MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY";
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String TYPES = "[A-Za-z0-9-]{1,8}(,[A-Za-z0-9-]{1,8}){0,9}";
    private static final UUID FIRST_PAGE = new UUID(0, 0);

    @QueryParam("day")
    @Pattern(regexp = DAYS)
    @Parameter(example = "MONDAY")
    @Nullable
    String day;

    @QueryParam("from")
    @Pattern(regexp = TIME)
    @Parameter(description = "begins at this time or later, by the meeting's own clock", example = "17:00")
    @Nullable
    String from;

    @QueryParam("to")
    @Pattern(regexp = TIME)
    @Parameter(description = "begins at this time or earlier", example = "21:00")
    @Nullable
    String to;

    @QueryParam("types")
    @Pattern(regexp = TYPES)
    @Parameter(description = "has all of these Meeting Guide codes", example = "O,BE")
    @Nullable
    String types;

    @QueryParam("latitude")
    @Pattern(regexp = DEGREES)
    @Parameter(
            description =
                    "of the point to search around, with two decimals at most: about a kilometre, so that nobody's door stands"
                            + " in a log; the nearest come first",
            example = "40.71")
    @Nullable
    String latitude;

    @QueryParam("longitude")
    @Pattern(regexp = DEGREES)
    @Parameter(description = "of the point to search around", example = "-74.01")
    @Nullable
    String longitude;

    @QueryParam("kilometers")
    @Pattern(regexp = KILOMETERS)
    @Parameter(description = "how far from there at most; 25 unless it is said", example = "10")
    @Nullable
    String kilometers;

    @QueryParam("held")
    @Pattern(regexp = "ONLINE|IN_PERSON")
    @Parameter(description = "how one can be there; some are both", example = "ONLINE")
    @Nullable
    String held;

    @QueryParam("openTo")
    @Pattern(regexp = "EVERYBODY|MEMBERS")
    @Parameter(description = "open or closed", example = "EVERYBODY")
    @Nullable
    String openTo;

    @QueryParam("language")
    @Pattern(regexp = "[a-z]{2,3}")
    @Parameter(description = "an ISO 639 code; ase is American Sign Language", example = "es")
    @Nullable
    String language;

    @QueryParam("secular")
    @Pattern(regexp = TRUE_OR_FALSE)
    @Parameter(description = "true: secular ones only")
    @Nullable
    String secular;

    @QueryParam("wheelchair")
    @Pattern(regexp = TRUE_OR_FALSE)
    @Parameter(description = "true: where a wheelchair comes in only", example = "true")
    @Nullable
    String wheelchair;

    @QueryParam("women")
    @Pattern(regexp = TRUE_OR_FALSE)
    @Parameter(description = "true: for women only", example = "true")
    @Nullable
    String women;

    @QueryParam("men")
    @Pattern(regexp = TRUE_OR_FALSE)
    @Parameter(description = "true: for men only", example = "true")
    @Nullable
    String men;

    @QueryParam("lgbtq")
    @Pattern(regexp = TRUE_OR_FALSE)
    @Parameter(description = "true: LGBTQ ones only", example = "true")
    @Nullable
    String lgbtq;

    @QueryParam("newcomer")
    @Pattern(regexp = TRUE_OR_FALSE)
    @Parameter(description = "true: for newcomers only", example = "true")
    @Nullable
    String newcomer;

    MeetingSearch search(PageRequest page) {
        return new MeetingSearch(
                day == null ? null : DayOfWeek.valueOf(day),
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to),
                marks(),
                near(latitude, longitude, kilometers),
                page.after().equals(FIRST_PAGE) ? null : page.after(),
                page.fetch());
    }

    private Set<String> marks() {
        var marks = new TreeSet<String>();
        if (types != null) {
            marks.addAll(List.of(types.split(",", -1)));
        }
        var unknown = marks.stream().filter(code -> !MeetingTypes.known(code)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "The Meeting Guide format has no types " + unknown + ".",
                    List.of(new FieldError("types", "codes such as O, C, BE, D, ST, B, A, LGBTQ, W, M, Y, X")));
        }
        if (held != null) {
            marks.add(held);
        }
        if (openTo != null) {
            marks.add(openTo.equals("EVERYBODY") ? "O" : "C");
        }
        if (language != null) {
            marks.add(MeetingTypes.languageMark(language));
        }
        addIf(secular, MeetingTypes.SECULAR, marks);
        addIf(wheelchair, "X", marks);
        addIf(women, "W", marks);
        addIf(men, "M", marks);
        addIf(lgbtq, MeetingTypes.LGBTQ, marks);
        addIf(newcomer, "BE", marks);
        return marks;
    }

    private static void addIf(@Nullable String wanted, String mark, Set<String> marks) {
        if ("true".equals(wanted)) {
            marks.add(mark);
        }
    }

    /** The point somebody gives, which has two coordinates or none. */
    static MeetingSearch.@Nullable Near near(
            @Nullable String latitude, @Nullable String longitude, @Nullable String kilometers) {
        if (latitude == null && longitude == null && kilometers == null) {
            return null;
        }
        var wrong = new ArrayList<FieldError>();
        if (latitude == null) {
            wrong.add(new FieldError("latitude", "say it together with the longitude"));
        } else if (new BigDecimal(latitude).abs().compareTo(new BigDecimal(90)) > 0) {
            wrong.add(new FieldError("latitude", "between -90 and 90"));
        }
        if (longitude == null) {
            wrong.add(new FieldError("longitude", "say it together with the latitude"));
        } else if (new BigDecimal(longitude).abs().compareTo(new BigDecimal(180)) > 0) {
            wrong.add(new FieldError("longitude", "between -180 and 180"));
        }
        if (!wrong.isEmpty() || latitude == null || longitude == null) {
            throw new Refusal(HttpRule.INVALID_REQUEST, "There is no such point.", wrong);
        }
        return new MeetingSearch.Near(
                new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(longitude)),
                kilometers == null ? KILOMETERS_UNLESS_SAID : Integer.parseInt(kilometers));
    }
}
