package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;

/** The week of everybody in the programs, and how full their sessions are: as many statements for two hundred as for one. */
@Singleton
class Board {

    private static final int DAYS_IN_WEEK = 7;
    private static final int PERCENT = 100;

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

    /**
     * A program's week.
     *
     * @param people by how their week will end
     * @param notApplicable whose week is no whole one, or who are away
     * @param metPercent of those whose week counts, who have what they need; null while none counts
     * @param groupSharePercent of all minutes attended so far, those in groups; null before the first
     */
    @Schema(name = "ProgramWeek")
    record ProgramWeek(
            ProgramId program,

            @Schema(examples = "{\"MET\": 9, \"AT_RISK\": 1}")
            Map<Forecast, Integer> people,

            @Schema(examples = "2") int notApplicable,
            @Nullable @Schema(examples = "90") Integer metPercent,
            @Nullable @Schema(examples = "85") Integer groupSharePercent,

            @Schema(examples = "144", description = "of all sessions of the week")
            long seats,

            @Schema(examples = "120") long seatsTaken,

            @Schema(description = "whose week can be saved first, then whose can not")
            List<AtRisk> atRisk) {}

    /** Somebody whose week will not have what it needs, unless somebody does something. */
    @Schema(name = "WeekAtRisk")
    record AtRisk(
            PatientId patient,
            EpisodeId episode,
            Forecast forecast,

            @Schema(
                    examples =
                            "The seats still to come are too few (360 of 540 minutes); other sessions could make up for it.")
            String sentence) {}

    private record Seats(ProgramId program, long seats, long taken) {}

    private record Line(EpisodeWeek week, Outlook outlook) {}

    View of(LocalDate weekStart) {
        var weeks = measureWeeks.of(inProgram(weekStart), weekStart);
        var restorable = makeUps.restorable(weeks);
        Map<ProgramId, List<Line>> lines = weeks.stream()
                .map(week -> new Line(
                        week,
                        Outlook.of(week, restorable.getOrDefault(week.episode().id(), false))))
                .collect(Collectors.groupingBy(line -> line.week().episode().program()));
        var seats = seats(weekStart).stream().collect(Collectors.toMap(Seats::program, one -> one));
        var programs = new TreeMap<ProgramId, ProgramWeek>(Comparator.comparing(ProgramId::value));
        lines.forEach((program, some) ->
                programs.put(program, program(program, some, seats.getOrDefault(program, new Seats(program, 0, 0)))));
        return new View(weekStart, List.copyOf(programs.values()));
    }

    private static ProgramWeek program(ProgramId program, Collection<Line> lines, Seats seats) {
        var people = new EnumMap<Forecast, Integer>(Forecast.class);
        int notApplicable = 0;
        for (var line : lines) {
            var forecast = line.outlook().forecast();
            if (forecast == null) {
                notApplicable++;
            } else {
                people.merge(forecast, 1, Integer::sum);
            }
        }
        int counting = lines.size() - notApplicable;
        int minutes =
                lines.stream().mapToInt(line -> line.week().measure().minutes()).sum();
        int inGroups = lines.stream()
                .mapToInt(line -> line.week().measure().groupMinutes())
                .sum();
        return new ProgramWeek(
                program,
                people,
                notApplicable,
                counting == 0 ? null : (Integer) (people.getOrDefault(Forecast.MET, 0) * PERCENT / counting),
                minutes == 0 ? null : (Integer) (inGroups * PERCENT / minutes),
                seats.seats(),
                seats.taken(),
                atRisk(lines));
    }

    private static List<AtRisk> atRisk(Collection<Line> lines) {
        return lines.stream()
                .filter(line -> line.outlook().forecast() == Forecast.AT_RISK
                        || line.outlook().forecast() == Forecast.CANNOT_BE_MET)
                .map(line -> new AtRisk(
                        line.week().episode().patient(),
                        line.week().episode().id(),
                        Objects.requireNonNull(line.outlook().forecast()),
                        line.outlook().sentence()))
                .sorted(Comparator.comparing(AtRisk::forecast)
                        .thenComparing(line -> line.patient().value()))
                .toList();
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
