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

    List<Meeting> search(MeetingSearch search) {
        return sql.list(search.statement(), Meetings::read, search.values());
    }

    private static Meeting read(ResultSet row) throws SQLException {
        return new Meeting(
                new MeetingId(row.getObject("id", UUID.class)),
                row.getString("feed"),
                row.getBoolean("active"),
                row.getString("name"),
                days(row.getString("days")),
                row.getObject("starts_at", LocalTime.class),
                row.getObject("ends_at", LocalTime.class),
                row.getString("zone"),
                new LinkedHashSet<>(List.of((String[]) row.getArray("types").getArray())),
                row.getString("location"),
                row.getString("address"),
                row.getString("conference_url"),
                row.getString("conference_phone"));
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
