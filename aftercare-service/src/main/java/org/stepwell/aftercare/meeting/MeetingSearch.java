package org.stepwell.aftercare.meeting;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as a statement that the indexes answer: by day and time where a day is named, else by time.
 *
 * @param after the last meeting of the page before, or null for the first page
 * @param fetch how many rows at most
 */
record MeetingSearch(
        @Nullable DayOfWeek day,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        Set<String> types,
        @Nullable UUID after,
        int fetch) {

    String statement() {
        var time = day == null ? "m.listed_at" : "d.starts_at";
        var conditions = new ArrayList<String>();
        conditions.add(day == null ? "m.active" : "d.day = ?");
        if (from != null) {
            conditions.add(time + " >= ?");
        }
        if (to != null) {
            conditions.add(time + " <= ?");
        }
        if (day == null && (from != null || to != null)) {
            conditions.add("m.starts_at is not null");
        }
        if (!types.isEmpty()) {
            conditions.add("m.types @> ?");
        }
        var id = day == null ? "m.id" : "d.meeting_id";
        if (after != null) {
            conditions.add("(%s, %s) > (select listed_at, id from meeting where id = ?)".formatted(time, id));
        }
        return "select m.* from %s where %s order by %s, %s limit ?"
                .formatted(
                        day == null ? "meeting m" : "meeting_day d join meeting m on m.id = d.meeting_id",
                        String.join(" and ", conditions),
                        time,
                        id);
    }

    @Nullable
    Object[] values() {
        var values = new ArrayList<@Nullable Object>();
        if (day != null) {
            values.add(day.name());
        }
        if (from != null) {
            values.add(from);
        }
        if (to != null) {
            values.add(to);
        }
        if (!types.isEmpty()) {
            values.add(types.toArray(String[]::new));
        }
        if (after != null) {
            values.add(after);
        }
        values.addAll(List.of(fetch));
        return values.toArray();
    }
}
