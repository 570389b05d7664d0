package org.stepwell.therapy.measuredue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;

/** Which questionnaires the programs ask for: the house's schedule, unless a program has one of its own. */
@Singleton
class MeasureSchedules {

    private static final String HOUSE = "/measuredue/schedule.json";
    private static final ScheduleColumn LINES = new ScheduleColumn();

    private final Sql sql;
    private final MeasureSchedule house;

    MeasureSchedules(Sql sql) {
        this.sql = sql;
        try (var in = Objects.requireNonNull(MeasureSchedules.class.getResourceAsStream(HOUSE))) {
            house = new MeasureSchedule(List.of(JsonMapper.builder().build().readValue(in, ScheduleLine[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program's own schedule. */
    record Own(int version, MeasureSchedule schedule) {}

    MeasureSchedule house() {
        return house;
    }

    /** Of the program of an episode. */
    MeasureSchedule of(EpisodeId episode) {
        return sql.one("""
                        select s.lines from episode e
                        join measure_schedule s on s.clinic_id = e.clinic_id and s.program_id = e.program_id
                        where e.clinic_id = platform.current_clinic() and e.id = ?
                        """, row -> read(row.getString("lines")), episode.value())
                .orElse(house);
    }

    Optional<Own> of(ProgramId program) {
        return sql.one(
                "select version, lines from measure_schedule where program_id = ?",
                row -> new Own(row.getInt("version"), read(row.getString("lines"))),
                program.value());
    }

    /** Sets the first, or the next after the version that was read. */
    void set(ProgramId program, int version, List<ScheduleLine> lines, Instant now) {
        @Nullable String column = LINES.convertToDatabaseColumn(lines.toArray(ScheduleLine[]::new));
        int changed = version == 1
                ? sql.update(
                        "insert into measure_schedule (program_id, version, lines, set_at) values (?, ?, ?::jsonb, ?)",
                        program.value(),
                        version,
                        column,
                        now)
                : sql.update("""
                        update measure_schedule set version = ?, lines = ?::jsonb, set_at = ?
                        where program_id = ? and version = ?
                        """, version, column, now, program.value(), version - 1);
        if (changed == 0) {
            throw MeasureDueRule.SCHEDULE_IS_SET_ONE_BY_ONE.because("Somebody set it meanwhile. Read it again.");
        }
    }

    private static MeasureSchedule read(String lines) {
        return new MeasureSchedule(List.of(Objects.requireNonNull(LINES.convertToEntityAttribute(lines))));
    }
}
