package org.stepwell.aftercare.meeting;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as a statement that the indexes answer: by day and time where a day is named, else by time; by its
 * place where a point is given, the nearest first.
 *
 * @param marks all of which a meeting must have
 * @param near around which point, or null
 * @param after the last meeting of the page before, or null for the first page
 * @param fetch how many rows at most
 */
record MeetingSearch(
        @Nullable DayOfWeek day,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        Set<String> marks,
        @Nullable Near near,
        @Nullable UUID after,
        int fetch) {

    /** A point and how far from it a meeting may be. */
    record Near(GeoPoint point, double kilometers) {}

    String statement() {
        return built().text;
    }

    @Nullable
    Object[] values() {
        return built().values.toArray();
    }

    private Built built() {
        var row = day == null ? "m" : "d";
        var built = new Built();
        var id = day == null ? "m.id" : "d.meeting_id";
        built.add("select m.*, f.place from (select %s as id, ".formatted(id));
        if (near == null) {
            built.add(time());
        } else {
            kilometers(built, row, near);
        }
        built.add(" as place");
        built.add(day == null ? " from meeting m where m.active" : " from meeting_day d where d.day = ?");
        if (day != null) {
            built.value(day.name());
        }
        times(built);
        if (!marks.isEmpty()) {
            built.add(" and %s.marks @> ?".formatted(row)).value(marks.toArray(String[]::new));
        }
        if (near != null) {
            around(built, row, near);
        }
        if (after != null) {
            after(built, row, id, after);
        }
        built.add(" order by place, id limit ?) f join meeting m on m.id = f.id order by f.place, f.id")
                .value(fetch);
        return built;
    }

    private String time() {
        return day == null ? "m.listed_at" : "d.starts_at";
    }

    private void times(Built built) {
        var time = time();
        if (from != null) {
            built.add(" and %s >= ?".formatted(time)).value(from);
        }
        if (to != null) {
            built.add(" and %s <= ?".formatted(time)).value(to);
        }
        if (day == null && (from != null || to != null)) {
            built.add(" and m.starts_at is not null");
        }
    }

    /** A box first, which an index finds, and then the circle in it. */
    private static void around(Built built, String row, Near near) {
        var box = near.point().box(near.kilometers());
        built.add(" and %1$s.latitude between ? and ? and %1$s.longitude between ? and ?".formatted(row))
                .value(box.south())
                .value(box.north())
                .value(box.west())
                .value(box.east());
        built.add(" and ");
        kilometers(built, row, near);
        built.add(" <= ?").value(near.kilometers());
    }

    private void after(Built built, String row, String id, UUID last) {
        if (near == null) {
            built.add(" and (%s, %s) > (select listed_at, id from meeting where id = ?)".formatted(time(), id));
        } else {
            built.add(" and (");
            kilometers(built, row, near);
            built.add(", %s) > (select ".formatted(id));
            kilometers(built, "o", near);
            built.add(", o.id from meeting o where o.id = ?)");
        }
        built.value(last);
    }

    /** The great-circle distance (haversine) on a sphere of the earth's mean radius. */
    private static void kilometers(Built built, String row, Near near) {
        var point = near.point();
        built.add("""
                        6371.0088 * 2 * asin(least(1, sqrt(power(sin(radians(%1$s.latitude - ?) / 2), 2)
                            + cos(radians(?)) * cos(radians(%1$s.latitude))
                                * power(sin(radians(%1$s.longitude - ?) / 2), 2))))""".formatted(row))
                .value(point.latitude())
                .value(point.latitude())
                .value(point.longitude());
    }

    /** A statement and its values, in the order in which they stand in it. */
    private static final class Built {

        private String text = "";
        private final List<Object> values = new ArrayList<>();

        Built add(String more) {
            text += more;
            return this;
        }

        Built value(Object value) {
            values.add(value);
            return this;
        }
    }
}
