package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.aftercare.Scene;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;

/** Lets quarters pass for one patient alone, because on the way there everybody else would be asked each week. */
@Singleton
class Quarters {

    private final Sql sql;
    private final DueRechecks door;

    Quarters(Sql sql, DueRechecks door) {
        this.sql = sql;
        this.door = door;
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

    private Optional<Instant> next(UUID plan) {
        return AtOnce.inTheClinic(() -> sql.one(
                "select due_at from platform.due where kind = ? and subject = ?",
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                QuarterlyRechecks.DUE,
                plan));
    }
}
