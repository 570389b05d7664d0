package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.Basis;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.enrolled.Programs;

/** Measures the same week of many episodes from seats and attendance: as many statements for two hundred as for one. */
@Singleton
class MeasureWeeks {

    private static final int DAYS_IN_WEEK = 7;

    /** A week can be corrected for one more day before it is told as final. */
    private static final int DAYS_UNTIL_FINAL = DAYS_IN_WEEK + 1;

    private static final String SEATED = """
            select t.episode_id, s.day, s.modality, s.in_group, s.status = 'SCHEDULED' as ahead,
                   sum((extract(epoch from s.ends_at - s.starts_at) / 60)::int)::int as planned,
                   sum(coalesce(a.minutes, 0))::int as attended
            from seat t
            join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
            left join lateral (select a.minutes from attendance a
              where a.clinic_id = platform.current_clinic() and a.session_id = t.session_id and a.patient_id = t.patient_id
                and s.status <> 'SCHEDULED' -- before, nobody was there: nothing is looked for
              order by a.version desc limit 1) a on true
            where t.clinic_id = platform.current_clinic() and t.episode_id = any (?) and t.live and t.kind <> 'AFTERCARE'
              and s.day >= ? and s.day < ?
            group by t.episode_id, s.day, s.modality, s.in_group, s.status = 'SCHEDULED'
            """;

    /**
     * By the hours of their groups, also where no session was made for a day known to be closed; by their seats, also where they were to
     * come to a visit, to make up for something, or to a session that was moved to the day.
     */
    private static final String CLOSED = """
            select m.episode_id from closure c
            join membership m on m.clinic_id = c.clinic_id and m.from_day <= c.day and (m.last_day is null or m.last_day >= c.day)
            join care_group g on g.clinic_id = m.clinic_id and g.id = m.group_id and g.repeats is null
            join group_slot h on h.clinic_id = m.clinic_id and h.group_id = m.group_id and h.weekday = to_char(c.day, 'FMDAY')
              and h.first_day <= c.day and (h.last_day is null or h.last_day >= c.day)
            where c.clinic_id = platform.current_clinic() and c.day between ? and ? and m.episode_id = any (?)
            union
            select t.episode_id from seat t
            join session s on s.clinic_id = t.clinic_id and s.id = t.session_id and s.cancelled_for = 'CLINIC_CLOSED'
            join closure c on c.clinic_id = s.clinic_id and c.day = s.day
            where t.clinic_id = platform.current_clinic() and t.episode_id = any (?) and t.starts_at >= ? and t.starts_at < ?
              and t.kind <> 'AFTERCARE' and (t.kind <> 'MEMBER' or exists (
                  select from membership m
                  where m.clinic_id = t.clinic_id and m.group_id = s.group_id and m.episode_id = t.episode_id
                    and m.from_day <= c.day and (m.last_day is null or m.last_day >= c.day)))
            """;

    private final Episodes episodes;
    private final Programs programs;
    private final PayerStandards payers;
    private final ClinicTime time;
    private final Sql sql;

    MeasureWeeks(Episodes episodes, Programs programs, PayerStandards payers, ClinicTime time, Sql sql) {
        this.episodes = episodes;
        this.programs = programs;
        this.payers = payers;
        this.time = time;
        this.sql = sql;
    }

    /** The seats of a day in one treatment, with the minutes planned and attended; {@code ahead} while their sessions are not over. */
    record Seated(
            EpisodeId episode,
            LocalDate day,
            Modality modality,
            boolean inGroup,
            boolean ahead,
            int planned,
            int attended) {
        static Seated read(ResultSet row) throws SQLException {
            return new Seated(
                    Columns.id(row, "episode_id", EpisodeId::new),
                    Columns.day(row, "day"),
                    Modality.valueOf(row.getString("modality")),
                    row.getBoolean("in_group"),
                    row.getBoolean("ahead"),
                    row.getInt("planned"),
                    row.getInt("attended"));
        }
    }

    /**
     * The week of each episode under each rule set that it is held against, the program's first, in the order of the episodes'
     * ids; an episode whose program is not known is left out.
     */
    List<EpisodeWeek> of(Collection<EpisodeId> ids, LocalDate weekStart) {
        var found = episodes.findAll(ids);
        var rules = programs.rulesOn(found.stream().map(Episode::program).collect(Collectors.toSet()), weekStart);
        var seated = sql
                .list(
                        SEATED,
                        Seated::read,
                        Columns.uuids(ids),
                        weekStart.minusDays(DAYS_IN_WEEK),
                        weekStart.plusDays(DAYS_IN_WEEK))
                .stream()
                .collect(Collectors.groupingBy(Seated::episode));
        boolean over = isFinal(weekStart);
        var closed = closed(ids, weekStart);
        var payers = this.payers.of(found.stream().map(Episode::patient).collect(Collectors.toSet()), weekStart);
        var weeks = new ArrayList<EpisodeWeek>();
        for (var episode : found) {
            var ruleSet = rules.get(episode.program());
            if (ruleSet != null) {
                var seats = seated.getOrDefault(episode.id(), List.of());
                var perDay = DayMinutes.of(seats, weekStart);
                for (var standard : standards(ruleSet, payers.get(episode.patient()))) {
                    var facts = facts(standard, episode, weekStart, seats, closed.contains(episode.id()), over);
                    var measure = WeekMeasure.of(standard.rules(), facts);
                    weeks.add(new EpisodeWeek(episode, weekStart, standard, facts, measure, perDay, over));
                }
            }
        }
        weeks.sort(
                Comparator.comparing((EpisodeWeek week) -> week.episode().id().value())
                        .thenComparing(EpisodeWeek::rulesOf));
        return weeks;
    }

    private static List<Standard> standards(RuleSet ofProgram, @Nullable Standard ofPayer) {
        var program = Standard.ofProgram(ofProgram);
        return ofPayer == null ? List.of(program) : List.of(program, ofPayer);
    }

    /** Who would have come on a day of the week on which the clinic is closed. */
    private Set<EpisodeId> closed(Collection<EpisodeId> ids, LocalDate weekStart) {
        return Set.copyOf(sql.list(
                CLOSED,
                row -> Columns.id(row, "episode_id", EpisodeId::new),
                weekStart,
                weekStart.plusDays(DAYS_IN_WEEK - 1),
                Columns.uuids(ids),
                Columns.uuids(ids),
                time.startOf(weekStart),
                time.startOf(weekStart.plusDays(DAYS_IN_WEEK))));
    }

    /** True from the second day after a week on: what is measured then is final, until it is corrected. */
    boolean isFinal(LocalDate weekStart) {
        return !time.today().isBefore(finalOn(weekStart));
    }

    static LocalDate finalOn(LocalDate weekStart) {
        return weekStart.plusDays(DAYS_UNTIL_FINAL);
    }

    static WeekMeasure.Facts facts(
            Standard standard, Episode episode, LocalDate weekStart, List<Seated> all, boolean closed, boolean over) {
        boolean planned = standard.rules().basis() == Basis.SCHEDULED;
        var seats = all.stream()
                .filter(one -> standard.counts(one.day(), one.modality()))
                .toList();
        Map<Boolean, List<Seated>> byAhead =
                seats.stream().filter(one -> !planned).collect(Collectors.partitioningBy(Seated::ahead));
        var counted = planned ? treatments(seats, true) : treatments(byAhead.getOrDefault(false, List.of()), false);
        var ahead = treatments(byAhead.getOrDefault(true, List.of()), true);
        return new WeekMeasure.Facts(
                weekStart,
                counted,
                ahead,
                standard.gapsFrom(episode.hereSince(weekStart.plusDays(DAYS_IN_WEEK - 1))),
                episode.covers(weekStart, weekStart.plusDays(DAYS_IN_WEEK - 1)),
                closed || standard.inPart(),
                over);
    }

    private static List<Treatment> treatments(List<Seated> seats, boolean planned) {
        return seats.stream()
                .map(one -> new Treatment(one.day(), planned ? one.planned() : one.attended(), one.inGroup()))
                .toList();
    }
}
