package org.stepwell.therapy.objective;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.modality.TreatmentGoal;

/** The objectives of each episode and when they were worked on. What they say stays sealed in the plan. */
@Singleton
public class Objectives {

    private final Sql sql;

    Objectives(Sql sql) {
        this.sql = sql;
    }

    /** Somebody is in: the interim plan holds until they have one of their own. */
    public void admitted(EpisodeAdmitted admitted) {
        var codes = InterimObjective.values();
        sql.update(
                """
                with fresh as (
                    insert into objective (id, episode_id, interim) select one.id, ?, one.code from unnest(?, ?) as one(id, code)
                    on conflict (clinic_id, episode_id, interim) do nothing
                    returning id, episode_id)
                insert into objective_in_plan (objective_id, episode_id, plan_version, status, from_day)
                select id, episode_id, 0, 'IN_PROGRESS', ? from fresh
                """,
                admitted.episode().value(),
                Arrays.stream(codes).map(_ -> Uuid7.next()).toArray(UUID[]::new),
                Arrays.stream(codes).map(Enum::name).toArray(String[]::new),
                admitted.start());
    }

    /** Those of the episode's own plans that have held. */
    public Set<ObjectiveId> planned(EpisodeId episode) {
        return Set.copyOf(sql.list("""
                select id from objective
                where clinic_id = platform.current_clinic() and episode_id = ? and interim is null
                """, row -> new ObjectiveId(row.getObject("id", UUID.class)), episode.value()));
    }

    /** How an objective stands by a version of the plan, and which of the eight goals it is for. */
    public record Planned(ObjectiveStatus status, Set<TreatmentGoal> serves) {
        private String goals() {
            return serves.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        }
    }

    /** From a day on a version of the plan holds with these, and what held before does not any more. */
    public void hold(EpisodeId episode, int version, Map<ObjectiveId, Planned> all, LocalDate from) {
        var ids = all.keySet().stream().map(ObjectiveId::value).toArray(UUID[]::new);
        sql.update("""
                update objective_in_plan set through = ?
                where clinic_id = platform.current_clinic() and episode_id = ? and through is null
                """, from, episode.value());
        sql.update(
                "insert into objective (id, episode_id) select one.id, ? from unnest(?) as one(id) on conflict do nothing",
                episode.value(),
                ids);
        sql.update(
                """
                insert into objective_in_plan (objective_id, episode_id, plan_version, status, serves, from_day)
                select one.id, ?, ?, one.status, string_to_array(one.serves, ','), ? from unnest(?, ?, ?) as one(id, status, serves)
                """,
                episode.value(),
                version,
                from,
                ids,
                all.values().stream().map(one -> one.status().name()).toArray(String[]::new),
                all.values().stream().map(Planned::goals).toArray(String[]::new));
    }

    /**
     * Those of these episodes that were open on a day; on the day on which one plan follows another, those of both. The interim
     * plan has no first day in this: whoever comes before it is documented, too.
     */
    public List<OpenObjective> openOn(LocalDate day, Collection<EpisodeId> episodes) {
        return sql.list(
                """
                select v.objective_id, v.episode_id, max(v.plan_version) as plan_version, o.interim
                from objective_in_plan v join objective o on o.clinic_id = v.clinic_id and o.id = v.objective_id
                where v.clinic_id = platform.current_clinic() and v.episode_id = any (?)
                    and v.status in ('NEW', 'IN_PROGRESS')
                    and (v.from_day <= ? or v.plan_version = 0) and (v.through is null or v.through >= ?)
                group by v.objective_id, v.episode_id, o.interim order by v.objective_id
                """,
                row -> new OpenObjective(
                        new ObjectiveId(row.getObject("objective_id", UUID.class)),
                        new EpisodeId(row.getObject("episode_id", UUID.class)),
                        row.getInt("plan_version"),
                        interim(row)),
                episodes.stream().map(EpisodeId::value).toArray(UUID[]::new),
                day,
                day);
    }

    /** All of an episode that hold, or have held, in the order in which they came. */
    public List<ObjectiveStanding> of(EpisodeId episode) {
        return sql.list(
                """
                select distinct on (v.objective_id) v.*, o.interim,
                    min(v.from_day) over (partition by v.objective_id) as first_day
                from objective_in_plan v join objective o on o.clinic_id = v.clinic_id and o.id = v.objective_id
                where v.clinic_id = platform.current_clinic() and v.episode_id = ?
                order by v.objective_id, v.plan_version desc
                """,
                row -> new ObjectiveStanding(
                        new ObjectiveId(row.getObject("objective_id", UUID.class)),
                        interim(row),
                        row.getInt("plan_version"),
                        ObjectiveStatus.valueOf(row.getString("status")),
                        goals(row),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("through", LocalDate.class)),
                episode.value());
    }

    private static Set<TreatmentGoal> goals(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("serves").getArray())
                .map(TreatmentGoal::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable InterimObjective interim(ResultSet row) throws SQLException {
        var code = row.getString("interim");
        return code == null ? null : InterimObjective.valueOf(code);
    }
}
