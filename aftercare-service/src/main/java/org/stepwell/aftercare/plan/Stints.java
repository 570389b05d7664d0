package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;

/** What plans followed before the episode that they follow now. */
@Singleton
class Stints {

    private final Sql sql;

    Stints(Sql sql) {
        this.sql = sql;
    }

    void add(Stint stint) {
        sql.update(
                "insert into plan_stint (plan_id, episode_id, active_from, paused_at) values (?, ?, ?, ?)",
                stint.plan().value(),
                stint.episode().value(),
                stint.activeFrom(),
                stint.pausedAt());
    }

    /** The plan that followed an episode, and follows a later one now. */
    Optional<AftercarePlanId> planAfter(EpisodeId episode) {
        return sql.one("""
                select plan_id from plan_stint
                where clinic_id = platform.current_clinic() and episode_id = ? order by plan_id desc limit 1
                """, row -> new AftercarePlanId(row.getObject(1, UUID.class)), episode.value());
    }

    List<Stint> of(AftercarePlanId plan) {
        return sql.list("""
                select * from plan_stint
                where clinic_id = platform.current_clinic() and plan_id = ? order by paused_at limit 100
                """, Stints::read, plan.value());
    }

    private static Stint read(ResultSet row) throws SQLException {
        return new Stint(
                new AftercarePlanId(row.getObject("plan_id", UUID.class)),
                new EpisodeId(row.getObject("episode_id", UUID.class)),
                row.getObject("active_from", LocalDate.class),
                row.getObject("paused_at", OffsetDateTime.class).toInstant());
    }
}
