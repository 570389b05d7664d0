package org.stepwell.scheduling.calendar;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** When the clinic is open. */
@Singleton
public class OpeningHours {

    private final Sql sql;

    OpeningHours(Sql sql) {
        this.sql = sql;
    }

    /** All weekly hours in order; none where nobody said them. */
    public List<Slot> all() {
        return sql
                .list("select * from opening_hours where clinic_id = platform.current_clinic()", OpeningHours::read)
                .stream()
                .sorted(Comparator.comparing(Slot::weekday).thenComparing(Slot::opensAt))
                .toList();
    }

    void replace(List<Slot> hours) {
        sql.update("delete from opening_hours where clinic_id = platform.current_clinic()");
        sql.update(
                """
                insert into opening_hours (weekday, opens_at, closes_at)
                select * from unnest(?, ?::time[], ?::time[])
                """,
                hours.stream().map(slot -> slot.weekday().name()).toArray(String[]::new),
                hours.stream().map(slot -> slot.opensAt().toString()).toArray(String[]::new),
                hours.stream().map(slot -> slot.closesAt().toString()).toArray(String[]::new));
    }

    /** Refuses hours at which the clinic is not open. */
    public void requireOpen(Collection<Slot> slots) {
        if (!WeeklyHours.hold(all(), slots)) {
            throw new Refusal(
                    CalendarRule.WHILE_OPEN,
                    "GET opening-hours says when.",
                    List.of(new FieldError("/slots", "while the clinic is open")));
        }
    }

    /** Weekly hours in a row of the database. */
    public static Slot read(ResultSet row) throws SQLException {
        return new Slot(
                DayOfWeek.valueOf(row.getString("weekday")),
                row.getObject("opens_at", LocalTime.class),
                row.getObject("closes_at", LocalTime.class));
    }
}
