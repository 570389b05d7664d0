package org.stepwell.scheduling.calendar;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.columns.Columns;

/** Days on which the clinic is closed. */
@Singleton
public class Closures {

    private final Sql sql;

    Closures(Sql sql) {
        this.sql = sql;
    }

    /** A day, and why. */
    @Schema(name = "Closure")
    record Closure(
            @Schema(examples = "2026-11-26") LocalDate day,
            @Schema(examples = "Thanksgiving") String name) {}

    List<Closure> between(LocalDate from, LocalDate through) {
        return sql.list(
                "select day, name from closure where clinic_id = platform.current_clinic() and day between ? and ? order by day",
                row -> new Closure(Columns.day(row, "day"), row.getString("name")),
                from,
                through);
    }

    /** Just the days, both ends included. */
    public Set<LocalDate> days(LocalDate from, LocalDate through) {
        return between(from, through).stream().map(Closure::day).collect(Collectors.toSet());
    }

    /** Refuses a day on which the clinic is closed. */
    public void requireOpen(LocalDate day) {
        between(day, day).stream().findFirst().ifPresent(closure -> {
            throw new Refusal(
                    CalendarRule.NOBODY_MEETS_WHILE_CLOSED,
                    "%s is %s. Choose another day, or open it first.".formatted(day, closure.name()));
        });
    }

    /** False where it was closed before; then it is only called anew. */
    boolean close(Closure closure, String by, Instant now) {
        int called = sql.update(
                "update closure set name = ? where clinic_id = platform.current_clinic() and day = ?",
                closure.name(),
                closure.day());
        return called == 0 && sql.update("""
                                insert into closure (day, name, closed_by, closed_at) values (?, ?, ?, ?)
                                on conflict do nothing
                                """, closure.day(), closure.name(), by, now) == 1;
    }

    boolean open(LocalDate day) {
        return sql.update("delete from closure where clinic_id = platform.current_clinic() and day = ?", day) == 1;
    }
}
