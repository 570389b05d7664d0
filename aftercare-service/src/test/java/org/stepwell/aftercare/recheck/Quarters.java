package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.aftercare.Scene;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.aftercare.plan.PlanCourse;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;

/** Lets quarters pass for one patient alone, because on the way there everybody else would be asked each week. */
@Singleton
class Quarters {

    private final Sql sql;
    private final DueRechecks door;
    private final LinkBack offers;
    private final PlanCourse plans;
    private final WeeklyCheckIns checkIns;
    private final QuarterlyRechecks rechecks;

    Quarters(
            Sql sql,
            DueRechecks door,
            LinkBack offers,
            PlanCourse plans,
            WeeklyCheckIns checkIns,
            QuarterlyRechecks rechecks) {
        this.sql = sql;
        this.door = door;
        this.offers = offers;
        this.plans = plans;
        this.checkIns = checkIns;
        this.rechecks = rechecks;
    }

    /** Nobody could reach them for a month, and aftercare is closed. */
    void unreachable(Scene scene) {
        var plan = new AftercarePlanId(UUID.fromString(scene.plan()));
        AtOnce.inTheClinic(() -> {
            plans.close(plan, ClosingReason.UNREACHABLE, Scene.now());
            checkIns.stopTimer(plan);
            checkIns.end(plan, Scene.now());
            rechecks.end(plan, ClosingReason.UNREACHABLE, Scene.now());
        });
    }

    /** The one that is ahead is due today; answers that day. */
    LocalDate pass(Scene scene) {
        var plan = UUID.fromString(scene.plan());
        var today = Scene.today();
        AtOnce.inTheClinic(() -> {
            sql.update(
                    "update recheck set due_on = ?, began_on = ? where plan_id = ? and status = 'SCHEDULED'",
                    today,
                    today.minusMonths(3),
                    plan);
            door.due(plan, Scene.now());
        });
        return today;
    }

    /** Opens the door each time that something is due, until nothing is; answers how often. */
    int allFallDue(Scene scene) {
        var plan = UUID.fromString(scene.plan());
        int steps = 0;
        for (var due = next(plan); due.isPresent(); due = next(plan)) {
            var at = due.get();
            AtOnce.inTheClinic(() -> {
                sql.update("delete from platform.due where kind = ? and subject = ?", QuarterlyRechecks.DUE, plan);
                door.due(plan, at);
            });
            steps++;
        }
        return steps;
    }

    /** The newest offer of treatment has held for as long as it does. */
    void theOfferEnds(Scene scene) {
        var plan = UUID.fromString(scene.plan());
        AtOnce.inTheClinic(() -> {
            var offer = sql.one(
                            "select id from linkage where plan_id = ? order by id desc limit 1",
                            row -> row.getObject(1, UUID.class),
                            plan)
                    .orElseThrow();
            sql.update(
                    "update linkage set offered_at = offered_at - interval '90 days', ends_at = ? where id = ?",
                    Scene.now(),
                    offer);
            offers.due(offer, Scene.now());
        });
    }

    /** When the door of the newest offer opens. */
    Instant offerIsWatchedUntil(Scene scene) {
        return AtOnce.inTheClinic(() -> sql.one(
                        """
                        select due.due_at from platform.due due join linkage on linkage.id = due.subject
                        where due.kind = 'linkage-watch' and linkage.plan_id = ? order by linkage.id desc limit 1
                        """, row -> row.getObject(1, OffsetDateTime.class).toInstant(), UUID.fromString(scene.plan()))
                .orElseThrow());
    }

    private Optional<Instant> next(UUID plan) {
        return AtOnce.inTheClinic(() -> sql.one(
                "select due_at from platform.due where kind = ? and subject = ?",
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                QuarterlyRechecks.DUE,
                plan));
    }
}
