package org.stepwell.aftercare.risk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.RelapseRiskId;
import org.stepwell.platform.database.Sql;

/** The relapse risks of the clinic's plans, one row a week, and the check-ins that they are made from. */
@Singleton
class RelapseRisks {

    private static final String COLUMNS =
            "risk.id, risk.plan_id, week_on, level, points, change, abstains, factors, looked_at";

    private final Sql sql;

    RelapseRisks(Sql sql) {
        this.sql = sql;
    }

    /**
     * The check-ins of a plan that are over, the newest first, as many as a look goes back; those before a readmission are of another
     * time.
     */
    List<Week> weeks(AftercarePlanId plan) {
        return sql.list("""
                select due_on, said.status = 'RECORDED' as recorded,
                    case when used then coalesce(used_days, 1) when not used then 0 end as used_days,
                    cravings, risk_score, protective_score, medication_taken, therapy_kept, housing
                from check_in said
                join aftercare_plan plan on plan.clinic_id = said.clinic_id and plan.id = said.plan_id
                where said.clinic_id = platform.current_clinic() and said.plan_id = ?
                    and said.status in ('RECORDED', 'MISSED')
                    and said.episode_id = plan.episode_id and said.due_on > coalesce(plan.reopened_on, plan.active_from)
                order by due_on desc limit ?
                """, RelapseRisks::week, plan.value(), Look.CHECK_INS);
    }

    /** The newest look at a plan since aftercare began, before a week where one is named. */
    Optional<RelapseRisk> newest(AftercarePlanId plan, @Nullable LocalDate before) {
        return sql.one("select " + COLUMNS + """
                 from relapse_risk risk
                join aftercare_plan plan on plan.clinic_id = risk.clinic_id and plan.id = risk.plan_id
                where risk.clinic_id = platform.current_clinic() and risk.plan_id = ?
                    and risk.episode_id = plan.episode_id and risk.week_on > coalesce(plan.reopened_on, plan.active_from)
                    and risk.week_on < coalesce(?::date, 'infinity')
                order by week_on desc limit 1
                """, RelapseRisks::risk, plan.value(), before);
    }

    /** What was said of a plan last, whatever it follows since. */
    Optional<RelapseRisk> last(AftercarePlanId plan) {
        return sql.one("select " + COLUMNS + """
                 from relapse_risk risk
                where clinic_id = platform.current_clinic() and plan_id = ?
                order by week_on desc limit 1
                """, RelapseRisks::risk, plan.value());
    }

    /** The looks at a plan in the order in which they were made. */
    List<RelapseRisk> ofPlan(AftercarePlanId plan, UUID after, int limit) {
        return sql.list("select " + COLUMNS + """
                 from relapse_risk risk
                where clinic_id = platform.current_clinic() and plan_id = ? and id > ? order by id limit ?
                """, RelapseRisks::risk, plan.value(), after, limit);
    }

    /** Keeps what was said of a week; while it is the newest one, what is said anew holds instead. */
    void keep(RelapseRisk risk, ActivePlan plan) {
        var abstains = risk.abstains();
        sql.update(
                """
                insert into relapse_risk (id, plan_id, patient_id, episode_id, week_on, level, points, change, abstains, factors,
                    looked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, plan_id, week_on) do update
                set level = excluded.level, points = excluded.points, change = excluded.change,
                    abstains = excluded.abstains, factors = excluded.factors, looked_at = excluded.looked_at
                """,
                risk.id().value(),
                plan.id().value(),
                plan.patient().value(),
                plan.episode().value(),
                risk.week(),
                risk.level().name(),
                risk.points(),
                risk.change(),
                abstains == null ? null : abstains.name(),
                risk.written(),
                risk.lookedAt());
    }

    private static Week week(ResultSet row) throws SQLException {
        var housing = row.getString("housing");
        return new Week(
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("recorded"),
                row.getObject("used_days", Integer.class),
                row.getObject("cravings", Integer.class),
                row.getObject("risk_score", Integer.class),
                row.getObject("protective_score", Integer.class),
                row.getObject("medication_taken", Boolean.class),
                row.getObject("therapy_kept", Boolean.class),
                housing == null ? null : Week.Housing.valueOf(housing));
    }

    private static RelapseRisk risk(ResultSet row) throws SQLException {
        var abstains = row.getString("abstains");
        return new RelapseRisk(
                new RelapseRiskId(row.getObject("id", UUID.class)),
                new AftercarePlanId(row.getObject("plan_id", UUID.class)),
                row.getObject("week_on", LocalDate.class),
                RiskLevel.valueOf(row.getString("level")),
                row.getObject("points", Integer.class),
                row.getObject("change", Integer.class),
                abstains == null ? null : Look.Abstains.valueOf(abstains),
                RelapseRisk.read(row.getString("factors")),
                row.getObject("looked_at", OffsetDateTime.class).toInstant());
    }
}
