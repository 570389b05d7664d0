package org.stepwell.aftercare.risk;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.aftercare.Scene;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;

/** Weeks of somebody's aftercare as rows, without waiting for them; each is looked at as it is told. */
@Singleton
class ToldWeeks {

    private final Sql sql;
    private final FindPlan plans;
    private final LookAtWeeks looks;

    ToldWeeks(Sql sql, FindPlan plans, LookAtWeeks looks) {
        this.sql = sql;
        this.plans = plans;
        this.looks = looks;
    }

    /** Nothing happened. */
    void quiet(Scene scene, LocalDate dueOn) {
        tell(scene, dueOn, "'RECORDED', false, 0, 0, 3, 20, true, 'PORTAL', 'GREEN', now()");
    }

    /** A lapse, strong cravings, and no therapy. */
    void hard(Scene scene, LocalDate dueOn) {
        tell(scene, dueOn, "'RECORDED', true, null, 3, 13, 11, true, 'PORTAL', 'AMBER', now()");
    }

    void missed(Scene scene, LocalDate dueOn) {
        tell(scene, dueOn, "'MISSED', null, null, null, null, null, null, null, null, null::timestamptz");
    }

    private void tell(Scene scene, LocalDate dueOn, String values) {
        var id = new AftercarePlanId(UUID.fromString(scene.plan()));
        AtOnce.inTheClinic(() -> {
            var plan = plans.active(id);
            sql.update(
                    "delete from check_in where plan_id = ? and due_on = ?",
                    plan.id().value(),
                    dueOn);
            sql.update(
                    """
                    insert into check_in (id, version, plan_id, patient_id, episode_id, due_on, status, used, used_days, cravings,
                        risk_score, protective_score, therapy_kept, channel, level, recorded_at)
                    values (gen_random_uuid(), 0, ?, ?, ?, ?,\s""" + values + ")",
                    plan.id().value(),
                    plan.patient().value(),
                    plan.episode().value(),
                    dueOn);
            looks.over(plan, Scene.now());
        });
    }
}
