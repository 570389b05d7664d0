package org.stepwell.aftercare.checkin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded.Level;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.problem.Refusal;

/**
 * The weekly check-ins of the clinic's plans. What is known of the weeks before is of the time since the last day in the program: what
 * was said before a readmission is another time's.
 */
@Singleton
class CheckIns implements PanacheRepositoryBase<CheckIn, CheckInId> {

    private static final int WEEKS_COMPARED = 4;

    /** Of this time of aftercare, and due before a day. */
    private static final String BEFORE = "plan = ?1 and episode = ?2 and dueOn > ?3 and dueOn < ?4";

    private final FindPlan plans;

    CheckIns(FindPlan plans) {
        this.plans = plans;
    }

    CheckIn of(CheckInId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** The one that is next to be recorded. */
    Optional<CheckIn> scheduled(AftercarePlanId plan) {
        return find("plan = ?1 and status = ?2", plan, CheckIn.Status.SCHEDULED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<CheckIn> ofWeek(AftercarePlanId plan, CheckInWeek week) {
        return find("plan = ?1 and dueOn = ?2", plan, week.dueOn())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The check-in a caller means: that of the day they name, else that of the week in which they ask. */
    CheckIn meant(AftercarePlanId plan, @Nullable LocalDate dueOn, LocalDate today) {
        if (dueOn != null) {
            return ofWeek(plan, new CheckInWeek(dueOn))
                    .orElseThrow(() -> new Refusal(
                            CheckInRule.NO_CHECK_IN_DUE_THEN, "None was due on %s. Leave dueOn out.".formatted(dueOn)));
        }
        var next = scheduled(plan)
                .orElseThrow(() -> new Refusal(
                        CheckInRule.NO_CHECK_IN_DUE_THEN,
                        "Nobody is asked any more. Whoever treats the patient may set how often they are."));
        // Whoever comes in the days after one was due means that one; later they are told when the next opens.
        return today.isBefore(next.week().opensOn())
                ? lastBefore(plan, next.week())
                        .filter(last -> !last.week().next().dueOn().isBefore(today))
                        .orElse(next)
                : next;
    }

    /** The one before, however long ago it was due, since aftercare began. */
    private Optional<CheckIn> lastBefore(AftercarePlanId plan, CheckInWeek week) {
        return find(BEFORE + " order by dueOn desc", plan, plans.episodeOf(plan), plans.beganOn(plan), week.dueOn())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one that follows a day, however far it is. */
    Optional<CheckIn> firstAfter(AftercarePlanId plan, LocalDate day) {
        return find("plan = ?1 and dueOn > ?2 order by dueOn", plan, day).firstResultOptional();
    }

    /** What is known of the weeks before one. */
    Before before(AftercarePlanId plan, CheckInWeek week) {
        boolean missed = lastBefore(plan, week)
                .filter(last -> last.status() == CheckIn.Status.MISSED)
                .isPresent();
        var earlier = list(
                BEFORE + " and dueOn >= ?5 and status = ?6",
                plan,
                plans.episodeOf(plan),
                plans.beganOn(plan),
                week.dueOn(),
                week.dueOn().minusWeeks(WEEKS_COMPARED),
                CheckIn.Status.RECORDED);
        return new Before(missed, mean(earlier, Scores::risk), mean(earlier, Scores::protective));
    }

    private static @Nullable Double mean(List<CheckIn> weeks, Function<Scores, @Nullable Integer> score) {
        var known = weeks.stream()
                .map(CheckIn::scores)
                .map(score)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
        return known.isPresent() ? Double.valueOf(known.getAsDouble()) : null;
    }

    /** The level of the last one that was recorded, of weeks before a day. */
    Optional<Level> lastLevel(AftercarePlanId plan, LocalDate before) {
        return find(
                        BEFORE + " and status = ?5 order by dueOn desc",
                        plan,
                        plans.episodeOf(plan),
                        plans.beganOn(plan),
                        before,
                        CheckIn.Status.RECORDED)
                .firstResultOptional()
                .map(CheckIn::level);
    }

    /** The same as it is now, kept so until the transaction ends. */
    Optional<CheckIn> locked(CheckInId id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<CheckIn> ofPlan(AftercarePlanId plan, UUID after, int limit) {
        return find("plan = ?1 and id.value > ?2 order by id.value", plan, after)
                .page(0, limit)
                .list();
    }

    void forgetScheduled(AftercarePlanId plan) {
        delete("plan = ?1 and status = ?2", plan, CheckIn.Status.SCHEDULED);
    }
}
