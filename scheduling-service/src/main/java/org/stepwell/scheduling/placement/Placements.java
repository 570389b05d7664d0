package org.stepwell.scheduling.placement;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered.Outcome;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.availability.KeptApart;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.OpeningHours;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;
import org.stepwell.scheduling.session.SessionPlan;

/** The answers given to admissions, returns and changes of the track, each once. */
@Singleton
class Placements {

    private static final int DAYS_IN_WEEK = 7;

    private static final String SELECT = """
            select g.id, g.capacity - g.taken as free, greatest(g.starts_on, m.from_day) as starts_on, g.ends_on,
                   g.modality, h.weekday, h.opens_at, h.closes_at, h.first_day, h.last_day
            from care_group g
            join group_slot h on h.clinic_id = g.clinic_id and h.group_id = g.id and (h.last_day is null or h.last_day >= ?)
            left join membership m on m.clinic_id = g.clinic_id and m.group_id = g.id and m.episode_id = ?
              and m.status <> 'LEFT'
            where g.clinic_id = platform.current_clinic() and g.status = 'RUNNING' and g.repeats is null
            """;

    private final Sql sql;

    Placements(Sql sql) {
        this.sql = sql;
    }

    /** An answer, with everything the rule set asks for and the week would not give. */
    record Kept(PlacementAnswered answer, Set<Need> unmet) {}

    /**
     * What an episode asks for.
     *
     * @param answered how many answers were given; the others are open
     * @param from the day on which the last question wants places, or null where it is that of an admission
     * @param trackFrom since when the episode is in another track than it was admitted to, or null
     */
    record Asked(
            int asked,
            int answered,
            @Nullable LocalDate from,
            @Nullable LocalDate trackFrom) {}

    Asked asked(EpisodeId episode) {
        return sql.one(
                        """
                        select placements_asked, place_from, track_from,
                               (select count(*) from placement p
                                where p.clinic_id = e.clinic_id and p.episode_id = e.id) as answered
                        from episode e where e.clinic_id = platform.current_clinic() and e.id = ?
                        """,
                        row -> new Asked(
                                row.getInt("placements_asked"),
                                row.getInt("answered"),
                                Columns.dayOrNull(row, "place_from"),
                                Columns.dayOrNull(row, "track_from")),
                        episode.value())
                .orElseThrow();
    }

    /** The last answer. */
    Optional<Kept> find(EpisodeId episode) {
        return sql.one("""
                select * from placement where clinic_id = platform.current_clinic() and episode_id = ?
                order by number desc limit 1
                """, Placements::read, episode.value());
    }

    void keep(int number, PlacementAnswered answer, Set<Need> unmet) {
        sql.update(
                """
                insert into placement (episode_id, patient_id, outcome, groups, weekly_minutes, missing_minutes,
                                       missing_days, unmet, number, answered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                answer.episode().value(),
                answer.patient().value(),
                answer.outcome().name(),
                Columns.uuids(answer.groups()),
                answer.weeklyMinutes(),
                answer.missingMinutes(),
                answer.missingDays(),
                unmet.stream().map(Need::name).toArray(String[]::new),
                number,
                answer.at());
    }

    /** The groups in which the episode has a place for good; they count, and are not joined twice. */
    List<WeekPuzzle.Choice> already(EpisodeId episode, LocalDate from) {
        return choices(SELECT + " and m.status = 'MEMBER'", from, episode.value());
    }

    /**
     * The groups of the episode's track that have a place free, that begin before the episode is to end, and that go on
     * for a whole week from a day on. A group in which the episode has a place already, or until a last day, is none of
     * them, and neither is one with somebody from whom the patient is kept apart, one that is for others, or one
     * whose places are all for those who wait.
     */
    List<WeekPuzzle.Choice> choices(Episode episode, LocalDate from) {
        return choices(
                SELECT + """
                  and m.id is null and g.program_id = ? and g.track = ? and places_left(g, greatest(?::date, g.starts_on)) > 0
                  and group_takes(g, ?, ?::date, greatest(?::date, g.starts_on))
                  and g.starts_on <= ? and (g.ends_on is null or g.ends_on >= ?)
                  and not exists (
                      select from membership o
                      where o.clinic_id = g.clinic_id and o.group_id = g.id and o.status <> 'LEFT' and\s
                """ + KeptApart.from("o.patient_id") + ")",
                from,
                episode.id().value(),
                episode.program().value(),
                episode.track(),
                from,
                episode.patient().value(),
                episode.start(),
                from,
                episode.targetEnd(),
                from.plusDays(DAYS_IN_WEEK - 1),
                episode.patient().value(),
                episode.patient().value());
    }

    private List<WeekPuzzle.Choice> choices(String select, Object... values) {
        record Row(WeekPuzzle.Choice choice, DatedSlot slot) {}
        var byGroup = new LinkedHashMap<GroupId, WeekPuzzle.Choice>();
        sql.list(
                        select,
                        row -> new Row(
                                new WeekPuzzle.Choice(
                                        Columns.id(row, "id", GroupId::new),
                                        row.getInt("free"),
                                        Columns.day(row, "starts_on"),
                                        Columns.dayOrNull(row, "ends_on"),
                                        SessionPlan.inGroup(Modality.valueOf(row.getString("modality"))),
                                        new ArrayList<>()),
                                new DatedSlot(
                                        OpeningHours.read(row),
                                        Columns.day(row, "first_day"),
                                        Columns.dayOrNull(row, "last_day"))),
                        values)
                .forEach(row -> byGroup.computeIfAbsent(row.choice().group(), _ -> row.choice())
                        .slots()
                        .add(row.slot()));
        return List.copyOf(byGroup.values());
    }

    private static Kept read(ResultSet row) throws SQLException {
        var answer = new PlacementAnswered(
                Columns.id(row, "patient_id", PatientId::new),
                Columns.id(row, "episode_id", EpisodeId::new),
                Outcome.valueOf(row.getString("outcome")),
                Columns.ids(row, "groups", GroupId::new),
                row.getInt("weekly_minutes"),
                row.getInt("missing_minutes"),
                row.getInt("missing_days"),
                Columns.instant(row, "answered_at"));
        var unmet = Columns.texts(row, "unmet").stream().map(Need::valueOf).collect(Collectors.toSet());
        return new Kept(answer, unmet);
    }
}
