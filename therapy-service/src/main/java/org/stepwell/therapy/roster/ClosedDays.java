package org.stepwell.therapy.roster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.stepwell.contracts.scheduling.SchedulingState.ClosureChanged;
import org.stepwell.platform.database.Sql;

/** On which days the clinic is closed, as scheduling says it. */
@Singleton
public class ClosedDays {

    private final Sql sql;

    ClosedDays(Sql sql) {
        this.sql = sql;
    }

    /** Takes what scheduling says of a day. */
    public void changed(ClosureChanged closure) {
        if (closure.closed()) {
            sql.update("insert into closed_day (day) values (?) on conflict do nothing", closure.day());
        } else {
            sql.update("delete from closed_day where clinic_id = platform.current_clinic() and day = ?", closure.day());
        }
    }

    /** Those of a span, both ends included. */
    public Set<LocalDate> between(LocalDate from, LocalDate through) {
        return new HashSet<>(sql.list(
                "select day from closed_day where clinic_id = platform.current_clinic() and day between ? and ?",
                row -> row.getObject("day", LocalDate.class),
                from,
                through));
    }
}
