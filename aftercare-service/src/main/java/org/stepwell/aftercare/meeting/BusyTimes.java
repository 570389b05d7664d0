package org.stepwell.aftercare.meeting;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged.Busy;
import org.stepwell.platform.database.Sql;

/** When patients can not come, as scheduling tells. */
@Singleton
public class BusyTimes {

    private final Sql sql;

    BusyTimes(Sql sql) {
        this.sql = sql;
    }

    /** Takes all of it anew. */
    public void changed(AvailabilityChanged said) {
        var patient = said.patient().value();
        var busy = said.busy();
        sql.update("delete from busy_time where clinic_id = platform.current_clinic() and patient_id = ?", patient);
        sql.update(
                """
                insert into busy_time (patient_id, place, weekday, opens_at, closes_at, first_day, last_day)
                select ?, said.* from unnest(?, ?, ?::time[], ?::time[], ?::date[], ?::date[])
                    as said(place, weekday, opens_at, closes_at, first_day, last_day)
                """,
                patient,
                IntStream.range(0, busy.size()).boxed().toArray(Integer[]::new),
                column(busy, one -> one.day().name()),
                column(busy, one -> one.from().toString()),
                column(busy, one -> one.to().toString()),
                column(busy, one -> one.firstDay().toString()),
                column(busy, one -> one.lastDay() == null ? null : one.lastDay().toString()));
    }

    List<Busy> of(PatientId patient) {
        return sql.list("""
                select * from busy_time where clinic_id = platform.current_clinic() and patient_id = ? order by place
                """, BusyTimes::read, patient.value());
    }

    private static @Nullable String[] column(List<Busy> busy, Function<Busy, @Nullable String> value) {
        return busy.stream().map(value).toArray(String[]::new);
    }

    private static Busy read(ResultSet row) throws SQLException {
        return new Busy(
                DayOfWeek.valueOf(row.getString("weekday")),
                row.getObject("opens_at", LocalTime.class),
                row.getObject("closes_at", LocalTime.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
