package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Because;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** What was last told of each week under each rule set. */
@Singleton
class ToldWeeks {

    private static final String TELL = """
            insert into week as w (episode_id, patient_id, rules_of, rule_set, rule_set_version, verdict, minutes, days,
                                   group_share_percent, because, week_start, last, measured_at)
            select m.*, ?, ?, ?
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as m(episode, patient, rules_of, rules, version, verdict, minutes, days, share, because)
            on conflict (clinic_id, episode_id, week_start, rules_of) do update
            set rule_set = excluded.rule_set, rule_set_version = excluded.rule_set_version,
                verdict = excluded.verdict, minutes = excluded.minutes, days = excluded.days,
                group_share_percent = excluded.group_share_percent, because = excluded.because, last = excluded.last,
                measured_at = excluded.measured_at
            where w.verdict <> excluded.verdict or w.last <> excluded.last or w.because is distinct from excluded.because
               or (excluded.last and (w.minutes <> excluded.minutes or w.days <> excluded.days))
            returning episode_id, rules_of
            """;

    private static final String WITHDRAW = """
            update week set verdict = 'NOT_APPLICABLE', because = 'NOT_APPROVED', last = ?, measured_at = ?
            where clinic_id = platform.current_clinic() and week_start = ? and rules_of = 'PAYER' and episode_id = any (?)
              and (because is distinct from 'NOT_APPROVED' or last <> ?)
            returning *
            """;

    private final Sql sql;

    ToldWeeks(Sql sql) {
        this.sql = sql;
    }

    /** A week under one of its rule sets. */
    private record Key(EpisodeId episode, RulesOf rulesOf) {}

    /**
     * Keeps what is to be told of a week of some episodes, and says of which that is something new. Whether it is the last word was
     * found when they were measured: by now midnight may have gone by, and what is kept must be what is told.
     */
    List<EpisodeWeek> keep(List<EpisodeWeek> weeks, LocalDate weekStart, Instant now) {
        if (weeks.isEmpty()) {
            return List.of();
        }
        Set<Key> changed = new HashSet<>(sql.list(
                TELL,
                row -> new Key(
                        Columns.id(row, "episode_id", EpisodeId::new), RulesOf.valueOf(row.getString("rules_of"))),
                weekStart,
                weeks.getFirst().last(),
                now,
                weeks.stream().map(week -> week.episode().id().value()).toArray(UUID[]::new),
                weeks.stream().map(week -> week.episode().patient().value()).toArray(UUID[]::new),
                weeks.stream().map(week -> week.rulesOf().name()).toArray(String[]::new),
                weeks.stream().map(week -> week.rules().code()).toArray(String[]::new),
                weeks.stream().map(week -> week.rules().version()).toArray(Integer[]::new),
                weeks.stream().map(week -> week.measure().verdict().name()).toArray(String[]::new),
                weeks.stream().map(week -> week.measure().minutes()).toArray(Integer[]::new),
                weeks.stream().map(week -> week.measure().days()).toArray(Integer[]::new),
                weeks.stream().map(week -> week.measure().groupSharePercent()).toArray(Integer[]::new),
                weeks.stream().map(ToldWeeks::because).toArray(String[]::new)));
        return weeks.stream()
                .filter(week -> changed.contains(new Key(week.episode().id(), week.rulesOf())))
                .toList();
    }

    private static @Nullable String because(EpisodeWeek week) {
        var because = week.because();
        return because == null ? null : because.name();
    }

    /** What was told of the payers of some episodes holds no more: nothing of the week is approved, other than was said before. */
    List<WeekMeasured> withdraw(Collection<EpisodeId> ids, LocalDate weekStart, boolean last, Instant now) {
        return sql.list(WITHDRAW, row -> withdrawn(row, now), last, now, weekStart, Columns.uuids(ids), last);
    }

    private static WeekMeasured withdrawn(ResultSet row, Instant now) throws SQLException {
        return new WeekMeasured(
                Columns.id(row, "patient_id", PatientId::new),
                Columns.id(row, "episode_id", EpisodeId::new),
                Columns.day(row, "week_start"),
                RulesOf.PAYER,
                row.getString("rule_set"),
                row.getInt("rule_set_version"),
                Verdict.NOT_APPLICABLE,
                row.getInt("minutes"),
                row.getInt("days"),
                row.getInt("group_share_percent"),
                row.getBoolean("last"),
                Because.NOT_APPROVED,
                now);
    }

    /** Those among some episodes of whose week something was told. */
    List<EpisodeId> of(Collection<EpisodeId> ids, LocalDate weekStart) {
        return sql.list("""
                select distinct episode_id from week
                where clinic_id = platform.current_clinic() and episode_id = any (?) and week_start = ?
                """, row -> Columns.id(row, "episode_id", EpisodeId::new), Columns.uuids(ids), weekStart);
    }

    /** The weeks of an episode of which something was told, from one on. */
    List<LocalDate> from(EpisodeId episode, LocalDate weekStart) {
        return sql.list("""
                select distinct week_start from week
                where clinic_id = platform.current_clinic() and episode_id = ? and week_start >= ? order by week_start
                """, row -> Columns.day(row, "week_start"), episode.value(), weekStart);
    }

    /** The weeks of which it was told that the patient was not in the program on all days. */
    List<LocalDate> notWhole(EpisodeId episode) {
        return sql.list("""
                select distinct week_start from week
                where clinic_id = platform.current_clinic() and episode_id = ? and because = 'NOT_WHOLLY_IN_PROGRAM'
                order by week_start
                """, row -> Columns.day(row, "week_start"), episode.value());
    }

    /**
     * The first of an episode's weeks, from one to another, of which no last word was told; where the weeks of the clinic began on another
     * day then, of no day of it.
     */
    Optional<LocalDate> firstOpen(EpisodeId episode, LocalDate weekStart, LocalDate lastWeek) {
        return sql.one("""
                select o.week_start::date
                from generate_series(?::date, ?::date, interval '7 days') as o(week_start)
                where not exists (
                    select from week w
                    where w.clinic_id = platform.current_clinic() and w.episode_id = ? and w.last
                      and w.week_start > o.week_start - interval '7 days' and w.week_start < o.week_start + interval '7 days')
                order by o.week_start limit 1
                """, row -> Columns.day(row, "week_start"), weekStart, lastWeek, episode.value());
    }
}
