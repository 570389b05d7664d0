package org.stepwell.enrollment.reporting;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** Figures about many people, by track: the database counts, and names nobody. */
@Singleton
class Figures {

    private static final int COMPLETED = 1;
    private static final double HUNDRED = 100.0;
    private static final double TENTHS = 10.0;

    private final Sql sql;
    private final ClinicDirectory clinics;

    Figures(Sql sql, ClinicDirectory clinics) {
        this.sql = sql;
        this.clinics = clinics;
    }

    /** How many were in care. */
    @Schema(name = "CensusLine")
    record CensusLine(
            LocalDate day,
            ProgramId program,
            @Schema(examples = "evening") String track,
            @Schema(examples = "24") @Nullable Integer people) {}

    /** How long something took. */
    @Schema(name = "DaysLine")
    record DaysLine(
            ProgramId program,
            @Schema(examples = "evening") String track,
            @Schema(examples = "24") @Nullable Integer people,
            @Schema(examples = "6.3") @Nullable Double mean,
            @Schema(examples = "5.0") @Nullable Double median,
            @Schema(examples = "14.0") @Nullable Double ninetiethPercentile) {}

    /** How many completed. */
    @Schema(name = "CompletionLine")
    record CompletionLine(
            ProgramId program,
            @Schema(examples = "evening") String track,

            @Schema(examples = "40", description = "who left in these days") @Nullable
            Integer people,

            @Schema(examples = "27") @Nullable Integer completed,
            @Schema(examples = "67.5") @Nullable Double percent) {}

    List<CensusLine> census(Days days, SmallCells cells) {
        return sql.list(
                """
                with stay as materialized (
                    select clinic_id, id, patient_id, program_id, track, start, last_day from episode
                    where clinic_id = platform.current_clinic() and last_day >= ? and start <= ?
                    union all
                    select clinic_id, id, patient_id, program_id, track, start, null from episode
                    where clinic_id = platform.current_clinic() and last_day is null and start is not null and start <= ?)
                select day::date as day, program_id, track_on(clinic_id, id, day::date, track) as track,
                    count(distinct patient_id) as people
                from generate_series(?::date, ?::date, interval '1 day') day
                join stay on start <= day and (last_day is null or last_day >= day)
                group by 1, 2, 3 order by 1, 2, 3
                """,
                row -> new CensusLine(
                        row.getObject("day", LocalDate.class),
                        program(row),
                        row.getString("track"),
                        people(row, cells)),
                days.from(),
                days.to(),
                days.to(),
                days.from(),
                days.to());
    }

    /** From waiting to the first day, of those who came in these days. */
    List<DaysLine> waiting(Days days, SmallCells cells) {
        return days(
                "greatest(0, start - (waiting_since at time zone ?)::date)",
                "start",
                cells,
                clinics.zone().getId(),
                days.from(),
                days.to());
    }

    /** From the first day to the last, of those who left in these days. */
    List<DaysLine> stays(Days days, SmallCells cells) {
        return days("greatest(1, last_day - start)", "last_day", cells, days.from(), days.to());
    }

    private List<DaysLine> days(String length, String column, SmallCells cells, Object... values) {
        return sql.list(
                """
                select program_id, track, count(distinct patient_id) as people, avg(days)::float8 as mean,
                    percentile_cont(0.5) within group (order by days) as median,
                    percentile_cont(0.9) within group (order by days) as ninetieth
                from (
                    select program_id, track_on(clinic_id, id, %2$s, track) as track, patient_id, %1$s as days from episode
                    where clinic_id = platform.current_clinic() and %2$s >= ? and %2$s <= ?) stay
                group by program_id, track order by program_id, track
                """.formatted(length, column),
                row -> {
                    boolean hidden = cells.hides(row.getLong("people"));
                    return new DaysLine(
                            program(row),
                            row.getString("track"),
                            people(row, cells),
                            hidden ? null : Double.valueOf(tenth(row.getDouble("mean"))),
                            hidden ? null : Double.valueOf(tenth(row.getDouble("median"))),
                            hidden ? null : Double.valueOf(tenth(row.getDouble("ninetieth"))));
                },
                values);
    }

    /** Of those who left in these days. */
    List<CompletionLine> completion(Days days, SmallCells cells) {
        var reasons = Arrays.stream(DischargeReason.values())
                .filter(reason -> reason.teds() == COMPLETED)
                .map(Enum::name)
                .toArray(String[]::new);
        return sql.list("""
                select program_id, track_on(clinic_id, id, last_day, track) as track, count(distinct patient_id) as people,
                    count(distinct patient_id) filter (where discharge_reason = any (?)) as completed
                from episode
                where clinic_id = platform.current_clinic() and last_day >= ? and last_day <= ?
                group by 1, 2 order by 1, 2
                """, row -> completion(row, cells), reasons, days.from(), days.to());
    }

    private static CompletionLine completion(ResultSet row, SmallCells cells) throws SQLException {
        int people = row.getInt("people");
        int completed = row.getInt("completed");
        boolean hidden = cells.hidesShare(completed, people);
        return new CompletionLine(
                program(row),
                row.getString("track"),
                people(row, cells),
                hidden ? null : Integer.valueOf(completed),
                hidden ? null : Double.valueOf(tenth(completed * HUNDRED / people)));
    }

    private static ProgramId program(ResultSet row) throws SQLException {
        return new ProgramId(row.getObject("program_id", UUID.class));
    }

    private static @Nullable Integer people(ResultSet row, SmallCells cells) throws SQLException {
        int people = row.getInt("people");
        return cells.hides(people) ? null : Integer.valueOf(people);
    }

    private static double tenth(double number) {
        return Math.round(number * TENTHS) / TENTHS;
    }
}
