package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The meetings of all feeds; they are public, and the same for every clinic of the deployment. */
@Singleton
public class Meetings {

    private final Sql sql;

    Meetings(Sql sql) {
        this.sql = sql;
    }

    /** One meeting, also when its feed no longer has it. */
    Optional<Meeting> find(MeetingId meeting) {
        return sql.one("select * from meeting where id = ?", Meetings::read, meeting.value());
    }

    /** The meeting that a request refers to; refused where there is none. */
    public Meeting named(MeetingId meeting) {
        return find(meeting)
                .orElseThrow(() -> new Refusal(
                        HttpRule.REFERENCE_UNKNOWN,
                        "There is no meeting %s; find one with GET /meetings.".formatted(meeting),
                        List.of(new FieldError("/meeting", "the id of a meeting"))));
    }

    /** A meeting that was found, and how far away where a point was given. */
    record Found(Meeting meeting, @Nullable Double kilometers) {

        MeetingId id() {
            return meeting.id();
        }
    }

    List<Found> search(MeetingSearch search) {
        boolean near = search.near() != null;
        return sql.list(
                search.statement(), row -> new Found(read(row), near ? row.getDouble("place") : null), search.values());
    }

    static Meeting read(ResultSet row) throws SQLException {
        return new Meeting(
                new MeetingId(row.getObject("id", UUID.class)),
                row.getString("feed"),
                row.getBoolean("active"),
                row.getString("name"),
                days(row.getString("days")),
                row.getObject("starts_at", LocalTime.class),
                row.getObject("ends_at", LocalTime.class),
                row.getString("zone"),
                words(row, "types"),
                words(row, "marks"),
                row.getString("location"),
                row.getString("address"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getString("conference_url"),
                row.getString("conference_phone"));
    }

    private static Set<String> words(ResultSet row, String column) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) row.getArray(column).getArray()));
    }

    private static Set<DayOfWeek> days(String joined) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        if (!joined.isEmpty()) {
            for (var day : joined.split(",", -1)) {
                days.add(DayOfWeek.valueOf(day));
            }
        }
        return days;
    }
}
