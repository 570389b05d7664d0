package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episodes;

/** Watches the weeks of episodes: measures them when something changed, and tells when a verdict does. */
@Singleton
public class Weeks {

    private static final String TELL = """
            insert into week as w (episode_id, patient_id, rule_set, rule_set_version, verdict, minutes, days,
                                   group_share_percent, because, week_start, last, measured_at)
            select m.*, ?, ?, ?
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
              as m(episode, patient, rules, version, verdict, minutes, days, share, because)
            on conflict (clinic_id, episode_id, week_start) do update
            set rule_set = excluded.rule_set, rule_set_version = excluded.rule_set_version,
                verdict = excluded.verdict, minutes = excluded.minutes, days = excluded.days,
                group_share_percent = excluded.group_share_percent, because = excluded.because, last = excluded.last,
                measured_at = excluded.measured_at
            where w.verdict <> excluded.verdict or w.last <> excluded.last or w.because is distinct from excluded.because
               or (excluded.last and (w.minutes <> excluded.minutes or w.days <> excluded.days))
            returning episode_id
            """;

    private final Episodes episodes;
    private final MeasureWeeks measureWeeks;
    private final ClinicTime time;
    private final Due due;
    private final Outbox outbox;
    private final Sql sql;

    Weeks(Episodes episodes, MeasureWeeks measureWeeks, ClinicTime time, Due due, Outbox outbox, Sql sql) {
        this.episodes = episodes;
        this.measureWeeks = measureWeeks;
        this.time = time;
        this.due = due;
        this.outbox = outbox;
        this.sql = sql;
    }

    /** Something about a session changed: the week of everybody in it is measured soon. */
    public void sessionChanged(SessionId session) {
        due.now(SessionWeeks.KIND, session);
    }

    /** Something about a patient's seats or stay changed: this week is measured soon. */
    public void episodeChanged(EpisodeId episode) {
        due.now(EpisodeWeeks.KIND, episode);
    }

    /** From now on each week of an episode is measured for good once it is over. */
    public void follow(EpisodeId episode, LocalDate start) {
        due.at(EndedWeeks.KIND, episode, time.startOf(MeasureWeeks.finalOn(time.weekStart(start))));
    }

    /**
     * Measures a week of some episodes, and tells what is new. Whoever measures the same episode at the same time waits
     * before reading, so that the word told last is the one that was read last.
     */
    void measure(Collection<EpisodeId> ids, LocalDate weekStart) {
        episodes.hold(ids);
        tell(measureWeeks.of(ids, weekStart), weekStart);
    }

    /**
     * The same for a week in which treatment changed; where the week after was told by a rule set that limits the days
     * without treatment in a row, it is measured again, because such a row may have begun in this one.
     */
    void measureWithNext(Collection<EpisodeId> ids, LocalDate weekStart) {
        measure(ids, weekStart);
        var next = weekStart.plusWeeks(1);
        var told = toldOf(ids, next);
        if (!told.isEmpty()) {
            var lookingBack = measureWeeks.of(told, next).stream()
                    .filter(week -> week.rules().gapDaysMax() != null)
                    .toList();
            tell(lookingBack, next);
        }
    }

    private void tell(List<EpisodeWeek> weeks, LocalDate weekStart) {
        if (weeks.isEmpty()) {
            return;
        }
        var now = time.now();
        var changed = new HashSet<>(sql.list(
                TELL,
                row -> Columns.id(row, "episode_id", EpisodeId::new),
                weekStart,
                measureWeeks.isFinal(weekStart),
                now,
                weeks.stream().map(week -> week.episode().id().value()).toArray(UUID[]::new),
                weeks.stream().map(week -> week.episode().patient().value()).toArray(UUID[]::new),
                weeks.stream().map(week -> week.rules().code()).toArray(String[]::new),
                weeks.stream().map(week -> week.rules().version()).toArray(Integer[]::new),
                weeks.stream().map(week -> week.measure().verdict().name()).toArray(String[]::new),
                weeks.stream().map(week -> week.measure().minutes()).toArray(Integer[]::new),
                weeks.stream().map(week -> week.measure().days()).toArray(Integer[]::new),
                weeks.stream().map(week -> week.measure().groupSharePercent()).toArray(Integer[]::new),
                weeks.stream().map(Weeks::because).toArray(String[]::new)));
        weeks.stream()
                .filter(week -> changed.contains(week.episode().id()))
                .forEach(week -> outbox.append(week.told(now)));
    }

    private static @Nullable String because(EpisodeWeek week) {
        var because = week.because();
        return because == null ? null : because.name();
    }

    /** Those among some episodes whose week was told. */
    private List<EpisodeId> toldOf(Collection<EpisodeId> ids, LocalDate weekStart) {
        return sql.list("""
                select episode_id from week
                where clinic_id = platform.current_clinic() and episode_id = any (?) and week_start = ?
                """, row -> Columns.id(row, "episode_id", EpisodeId::new), Columns.uuids(ids), weekStart);
    }

    /** The weeks of an episode that were told, from one on. */
    List<LocalDate> toldFrom(EpisodeId episode, LocalDate weekStart) {
        return sql.list("""
                select week_start from week
                where clinic_id = platform.current_clinic() and episode_id = ? and week_start >= ? order by week_start
                """, row -> Columns.day(row, "week_start"), episode.value(), weekStart);
    }
}
