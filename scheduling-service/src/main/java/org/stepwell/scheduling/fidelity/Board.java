package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.fidelity.ProgramWeek.Line;

/** The week of everybody in the programs, and how full their sessions are: as many statements for two hundred as for one. */
@Singleton
class Board {

    private static final int DAYS_IN_WEEK = 7;

    private static final String IN_PROGRAM = """
            select id from episode
            where clinic_id = platform.current_clinic() and last_day is null and starts_on <= ?
            union all
            select id from episode
            where clinic_id = platform.current_clinic() and last_day is not null and last_day >= ? and starts_on <= ?
            """;

    private static final String SEATS = """
            select g.program_id, sum(s.capacity) as seats, sum(s.taken) as taken from session s
            join care_group g on g.clinic_id = s.clinic_id and g.id = s.group_id
            where s.clinic_id = platform.current_clinic() and s.starts_at >= ? and s.starts_at < ? and s.status <> 'CANCELLED'
            group by g.program_id
            """;

    private final MeasureWeeks measureWeeks;
    private final MakeUps makeUps;
    private final ClinicTime time;
    private final Sql sql;

    Board(MeasureWeeks measureWeeks, MakeUps makeUps, ClinicTime time, Sql sql) {
        this.measureWeeks = measureWeeks;
        this.makeUps = makeUps;
        this.time = time;
        this.sql = sql;
    }

    /** The board of a week. */
    @Schema(name = "ProgramBoard")
    record View(@Schema(examples = "2026-03-02") LocalDate weekStart, List<ProgramWeek> programs) {}

    private record Seats(ProgramId program, long seats, long taken) {}

    View of(LocalDate weekStart) {
        sql.planForLongLists();
        var weeks = measureWeeks.of(inProgram(weekStart), weekStart);
        var restorable = makeUps.restorable(weeks);
        var lines = weeks.stream()
                .map(week -> new Line(week, Outlook.of(week, restorable(week, restorable))))
                .collect(Collectors.groupingBy(line -> line.week().episode().program()));
        var seats = seats(weekStart).stream().collect(Collectors.toMap(Seats::program, one -> one));
        var programs = new TreeMap<ProgramId, ProgramWeek>(Comparator.comparing(ProgramId::value));
        lines.forEach((program, some) -> {
            var taken = seats.getOrDefault(program, new Seats(program, 0, 0));
            programs.put(program, ProgramWeek.of(program, some, taken.seats(), taken.taken()));
        });
        return new View(weekStart, List.copyOf(programs.values()));
    }

    private static boolean restorable(EpisodeWeek week, Map<EpisodeId, Set<RulesOf>> restorable) {
        return restorable.getOrDefault(week.episode().id(), Set.of()).contains(week.rulesOf());
    }

    private List<EpisodeId> inProgram(LocalDate weekStart) {
        var lastDay = weekStart.plusDays(DAYS_IN_WEEK - 1);
        return sql.list(IN_PROGRAM, row -> Columns.id(row, "id", EpisodeId::new), lastDay, weekStart, lastDay);
    }

    private List<Seats> seats(LocalDate weekStart) {
        return sql.list(
                SEATS,
                row -> new Seats(
                        Columns.id(row, "program_id", ProgramId::new), row.getLong("seats"), row.getLong("taken")),
                time.startOf(weekStart),
                time.startOf(weekStart.plusDays(DAYS_IN_WEEK)));
    }
}
