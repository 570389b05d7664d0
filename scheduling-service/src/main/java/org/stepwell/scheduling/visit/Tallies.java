package org.stepwell.scheduling.visit;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.session.Seat;
import org.stepwell.scheduling.visit.Need.Turn;

/** Holds what is needed against what is booked: two statements, for however many episodes. */
@Singleton
class Tallies {

    private static final String VISITS = """
            select t.episode_id, s.id, s.modality, s.day, s.status = 'SCHEDULED' as ahead, a.status as attendance, t.kind,
                   (extract(epoch from s.ends_at - s.starts_at) / 60)::int as minutes,
                   (select array_agg(f.staff_id) from session_facilitator f
                    where f.clinic_id = s.clinic_id and f.session_id = s.id) as clinicians
            from seat t
            join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
            left join lateral (select * from attendance a
              where a.clinic_id = t.clinic_id and a.session_id = t.session_id and a.patient_id = t.patient_id
              order by a.version desc limit 1) a on true
            where t.clinic_id = platform.current_clinic() and t.episode_id = any (?) and t.kind in ('VISIT', 'AFTERCARE') and t.live
              and t.starts_at >= ? and t.starts_at < ?
            order by t.starts_at, s.id
            """;

    private final NeededVisits needed;
    private final ClinicTime time;
    private final Sql sql;

    Tallies(NeededVisits needed, ClinicTime time, Sql sql) {
        this.needed = needed;
        this.time = time;
        this.sql = sql;
    }

    Tally of(Episode episode, LocalDate first, LocalDate last) {
        return Objects.requireNonNull(of(List.of(episode), first, last).get(episode));
    }

    /** Of the turns that touch some days, in the order of the episodes; what is booked besides is of these days. */
    Map<Episode, Tally> of(Collection<Episode> episodes, LocalDate first, LocalDate last) {
        var ids = episodes.stream().map(Episode::id).toList();
        var needs = needed.of(ids).stream().collect(Collectors.groupingBy(Need::episode));
        var turns = new LinkedHashMap<Episode, List<Turn>>();
        for (var episode : episodes) {
            turns.put(
                    episode,
                    needs.getOrDefault(episode.id(), List.of()).stream()
                            .flatMap(need -> need.turns(first, last, time::weekStart))
                            .filter(turn -> isWanted(episode, turn))
                            .toList());
        }
        var visits = visits(
                ids,
                Stream.concat(Stream.of(first), all(turns).map(Turn::from))
                        .min(Comparator.naturalOrder())
                        .orElse(first),
                Stream.concat(Stream.of(last), all(turns).map(Turn::through))
                        .max(Comparator.naturalOrder())
                        .orElse(last));
        var tallies = new LinkedHashMap<Episode, Tally>();
        turns.forEach((episode, some) -> {
            var tally = Tally.of(some, visits.getOrDefault(episode.id(), List.of()));
            tallies.put(episode, new Tally(tally.lines(), within(tally.besides(), first, last)));
        });
        return tallies;
    }

    private static Stream<Turn> all(Map<Episode, List<Turn>> turns) {
        return turns.values().stream().flatMap(List::stream);
    }

    private static List<Visit> within(List<Visit> visits, LocalDate first, LocalDate last) {
        return visits.stream()
                .filter(visit -> !visit.day().isBefore(first) && !visit.day().isAfter(last))
                .toList();
    }

    /** Nothing is needed of somebody who could not come for it on any day of a turn. */
    private static boolean isWanted(Episode episode, Turn turn) {
        return turn.from()
                .datesUntil(turn.through().plusDays(1))
                .anyMatch(day -> turn.need().asksOn(day, episode));
    }

    private Map<EpisodeId, List<Visit>> visits(List<EpisodeId> episodes, LocalDate first, LocalDate last) {
        return sql
                .list(
                        VISITS,
                        Tallies::read,
                        Columns.uuids(episodes),
                        time.startOf(first),
                        time.startOf(last.plusDays(1)))
                .stream()
                .collect(Collectors.groupingBy(Visit::episode));
    }

    private static Visit read(ResultSet row) throws SQLException {
        var attendance = Columns.codeOrNull(row, "attendance", AttendanceStatus.class);
        return new Visit(
                Columns.id(row, "id", SessionId::new),
                Columns.id(row, "episode_id", EpisodeId::new),
                Modality.valueOf(row.getString("modality")),
                Columns.day(row, "day"),
                row.getInt("minutes"),
                Columns.ids(row, "clinicians", StaffId::new),
                row.getBoolean("ahead"),
                attendance != null && !attendance.attended(),
                Seat.Kind.valueOf(row.getString("kind")) == Seat.Kind.AFTERCARE ? AskedBy.AFTERCARE : AskedBy.THERAPY);
    }
}
