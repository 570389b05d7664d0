package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.availability.Availabilities;
import org.stepwell.scheduling.availability.GroupsTake;
import org.stepwell.scheduling.availability.KeptApart;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

/**
 * Which sessions could give weeks what they lack: with a place, in the same program, at hours at which the patient can come and
 * is nowhere else, in groups that are for them, with nobody from whom they are kept apart, and within what the payer approved. As many statements for two
 * hundred weeks as for one.
 */
@Singleton
public class MakeUps {

    private static final int DAYS_IN_WEEK = 7;
    private static final int ONE_IS_ENOUGH = 1;
    private static final int ALL_OF_FEW = 32;

    private static final String OPEN = """
            select s.id, s.day, s.starts_at, s.ends_at, s.modality, s.in_group, g.program_id, g.track,
                   (extract(epoch from s.ends_at - s.starts_at) / 60)::int as minutes
            from session s
            join care_group g on g.clinic_id = s.clinic_id and g.id = s.group_id
            where s.clinic_id = platform.current_clinic() and s.status = 'SCHEDULED' and s.starts_at > ? and s.starts_at < ?
              and s.taken < s.capacity and g.program_id = any (?)
            order by s.starts_at, s.id
            """;

    private static final String SEATED = """
            select patient_id, starts_at, ends_at from seat
            where clinic_id = platform.current_clinic() and patient_id = any (?) and live and ends_at > ? and starts_at < ?
            """;

    private final Availabilities availabilities;
    private final KeptApart keptApart;
    private final GroupsTake groupsTake;
    private final ApprovedUnits approvedUnits;
    private final ClinicTime time;
    private final Sql sql;

    MakeUps(
            Availabilities availabilities,
            KeptApart keptApart,
            GroupsTake groupsTake,
            ApprovedUnits approvedUnits,
            ClinicTime time,
            Sql sql) {
        this.availabilities = availabilities;
        this.keptApart = keptApart;
        this.groupsTake = groupsTake;
        this.approvedUnits = approvedUnits;
        this.time = time;
        this.sql = sql;
    }

    private record Open(
            SessionId session,
            LocalDate day,
            Instant startsAt,
            Instant endsAt,
            int minutes,
            Modality modality,
            boolean inGroup,
            ProgramId program,
            String track,
            Availabilities.Hours hours) {

        static Open read(ResultSet row, ClinicTime time) throws SQLException {
            return new Open(
                    Columns.id(row, "id", SessionId::new),
                    Columns.day(row, "day"),
                    Columns.instant(row, "starts_at"),
                    Columns.instant(row, "ends_at"),
                    row.getInt("minutes"),
                    Modality.valueOf(row.getString("modality")),
                    row.getBoolean("in_group"),
                    Columns.id(row, "program_id", ProgramId::new),
                    row.getString("track"),
                    new Availabilities.Hours(
                            Columns.day(row, "day"),
                            time.hourOf(Columns.instant(row, "starts_at")),
                            time.hourOf(Columns.instant(row, "ends_at"))));
        }

        Choice choice(Episode episode) {
            return new Choice(
                    session, day, startsAt, endsAt, minutes, modality, inGroup, track.equals(episode.track()));
        }
    }

    private record Seated(PatientId patient, Instant startsAt, Instant endsAt) {
        boolean overlaps(Open session) {
            return startsAt.isBefore(session.endsAt()) && session.startsAt().isBefore(endsAt);
        }
    }

    /** Of weeks that will not have what they need, under which rule sets anything could still make up for it. */
    Map<EpisodeId, Set<RulesOf>> restorable(Collection<EpisodeWeek> weeks) {
        var found = new HashMap<EpisodeId, Set<RulesOf>>();
        restoring(weeks, _ -> true, ONE_IS_ENOUGH).forEach((episode, ways) -> found.put(episode, ways.restorable()));
        return found;
    }

    /** Ways to make up for what an episode's week lacks, the best first. */
    List<List<Choice>> ways(List<EpisodeWeek> weeks, int wanted) {
        return restoring(weeks, _ -> true, wanted).values().stream()
                .findFirst()
                .map(RestoringWays::ways)
                .orElse(List.of());
    }

    /**
     * Whether all of these sessions, and none fewer, make up for what an episode's week lacks: for the program and the payer, where
     * anything does.
     */
    boolean areAWay(List<EpisodeWeek> weeks, Set<SessionId> chosen) {
        return restoring(weeks, open -> chosen.contains(open.session()), ALL_OF_FEW).values().stream()
                .anyMatch(these -> these.ways().stream().anyMatch(way -> way.size() == chosen.size())
                        && (these.forAll() || !anythingIsEnoughForAll(weeks)));
    }

    private boolean anythingIsEnoughForAll(List<EpisodeWeek> weeks) {
        return restoring(weeks, _ -> true, ONE_IS_ENOUGH).values().stream().anyMatch(RestoringWays::forAll);
    }

    private Map<EpisodeId, RestoringWays> restoring(Collection<EpisodeWeek> weeks, Predicate<Open> among, int wanted) {
        var found = new HashMap<EpisodeId, RestoringWays>();
        var lacking = weeks.stream().filter(EpisodeWeek::lacks).toList();
        if (lacking.isEmpty()) {
            return found;
        }
        var first = lacking.getFirst().weekStart();
        var open = open(lacking, first);
        var episodes = lacking.stream().map(EpisodeWeek::episode).distinct().toList();
        var patients = episodes.stream().map(Episode::patient).collect(Collectors.toSet());
        var seated = seated(patients, first);
        var busy = availabilities.busy(patients);
        var hindered =
                keptApart.hindered(patients, open.stream().map(Open::session).toList());
        var closed = groupsTake.closedTo(
                episodes.stream().map(Episode::id).toList(),
                open.stream().map(Open::session).toList());
        var approved = approvedUnits.of(patients, first, first.plusDays(DAYS_IN_WEEK - 1));
        var all = weeks.stream()
                .collect(Collectors.groupingBy(week -> week.episode().id()));
        var ofProgram = open.stream().filter(among).collect(Collectors.groupingBy(Open::program));
        for (var episode : episodes) {
            var patient = episode.patient();
            var there = seated.getOrDefault(patient, List.of());
            var not = hindered.getOrDefault(patient, Set.of());
            var others = closed.getOrDefault(episode.id(), Set.of());
            var choices = ofProgram.getOrDefault(episode.program(), List.of()).stream()
                    .filter(one -> episode.admittedOn(one.day()))
                    .filter(one -> !episode.awayOn(one.day()) && !one.day().isBefore(episode.start()))
                    .filter(one -> !not.contains(one.session()) && !others.contains(one.session()))
                    .filter(one -> there.stream().noneMatch(seat -> seat.overlaps(one)))
                    .filter(one -> !busy.clashes(patient, one.hours()))
                    .map(one -> one.choice(episode))
                    .toList();
            var mine = all.getOrDefault(episode.id(), List.of());
            found.put(episode.id(), RestoringWays.of(mine, choices, way -> approved.allow(patient, way), wanted));
        }
        return found;
    }

    private List<Open> open(List<EpisodeWeek> weeks, LocalDate first) {
        var start = time.startOf(first);
        var programs = new HashSet<ProgramId>();
        weeks.forEach(week -> programs.add(week.episode().program()));
        return sql.list(
                OPEN,
                row -> Open.read(row, time),
                time.now().isAfter(start) ? time.now() : start,
                time.startOf(first.plusDays(DAYS_IN_WEEK)),
                Columns.uuids(programs));
    }

    private Map<PatientId, List<Seated>> seated(Set<PatientId> patients, LocalDate first) {
        return sql
                .list(
                        SEATED,
                        row -> new Seated(
                                Columns.id(row, "patient_id", PatientId::new),
                                Columns.instant(row, "starts_at"),
                                Columns.instant(row, "ends_at")),
                        Columns.uuids(patients),
                        time.startOf(first),
                        time.startOf(first.plusDays(DAYS_IN_WEEK)))
                .stream()
                .collect(Collectors.groupingBy(Seated::patient));
    }
}
