package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.message.Messenger.Channel;

/** The steps by which silent patients are looked for; whoever changes them has locked the plan. */
@Singleton
class StepTable {

    private final Sql sql;

    StepTable(Sql sql) {
        this.sql = sql;
    }

    /** Plans the steps of a check-in that did not come. */
    void add(ActivePlan plan, CheckInId checkIn, Map<StepKind, Instant> steps) {
        steps.forEach((kind, dueAt) -> add(plan, checkIn, kind, dueAt));
    }

    /** Plans a step, or, where it is planned for later, plans it sooner; what was taken already stays. */
    void sooner(ActivePlan plan, CheckInId checkIn, StepKind kind, Instant dueAt) {
        int moved = sql.update("""
                update outreach_step set due_at = least(due_at, ?)
                where clinic_id = platform.current_clinic() and check_in_id = ? and kind = ? and status = 'PLANNED'
                """, dueAt, checkIn.value(), kind.name());
        if (moved == 0) {
            add(plan, checkIn, kind, dueAt);
        }
    }

    /** A step that is planned for later is taken now; where none is planned, nothing changes. */
    void comesForward(CheckInId checkIn, StepKind kind, Instant now) {
        sql.update("""
                update outreach_step set due_at = least(due_at, ?)
                where clinic_id = platform.current_clinic() and check_in_id = ? and kind = ? and status = 'PLANNED'
                """, now, checkIn.value(), kind.name());
    }

    private void add(ActivePlan plan, CheckInId checkIn, StepKind kind, Instant dueAt) {
        sql.update(
                """
                insert into outreach_step (id, check_in_id, plan_id, patient_id, episode_id, kind, due_at, status)
                values (?, ?, ?, ?, ?, ?, ?, 'PLANNED') on conflict do nothing
                """,
                Uuid7.next(),
                checkIn.value(),
                plan.id().value(),
                plan.patient().value(),
                plan.episode().value(),
                kind.name(),
                dueAt);
    }

    /** The steps of some check-ins, in their order. */
    List<Step> of(List<CheckInId> checkIns) {
        return sql.list("""
                select * from outreach_step
                where clinic_id = platform.current_clinic() and check_in_id = any (?) order by due_at, id
                """, Step::read, (Object)
                checkIns.stream().map(CheckInId::value).toArray(UUID[]::new));
    }

    /** The steps of a plan for which staff are asked. */
    List<Step> open(AftercarePlanId plan) {
        return sql.list("""
                select * from outreach_step
                where clinic_id = platform.current_clinic() and plan_id = ? and status = 'OPEN' order by due_at, id
                """, Step::read, plan.value());
    }

    /** The steps by which staff are to ask a support person, of all records of a patient. */
    List<Step> asking(UUID[] records) {
        return sql.list("""
                select * from outreach_step
                where clinic_id = platform.current_clinic() and patient_id = any (?)
                    and kind = 'SUPPORT_PERSON' and status = 'OPEN'
                order by id
                """, Step::read, (Object) records);
    }

    /** The support person whom staff are to ask, where there is one. */
    @Nullable
    UUID personToAsk(AftercarePlanId plan) {
        return open(plan).stream()
                .filter(step -> step.kind() == StepKind.SUPPORT_PERSON)
                .flatMap(step -> Stream.ofNullable(step.person()))
                .findFirst()
                .orElse(null);
    }

    /** Somebody else is to be asked. */
    void asks(Step step, UUID person) {
        sql.update("""
                update outreach_step set person_id = ?
                where clinic_id = platform.current_clinic() and id = ? and status = 'OPEN'
                """, person, step.id().value());
    }

    Optional<Step> find(StepId id) {
        return sql.one(
                "select * from outreach_step where clinic_id = platform.current_clinic() and id = ?",
                Step::read,
                id.value());
    }

    /** It leaves, or staff are asked. */
    void goesOn(Step step, Step.Status status, @Nullable UUID person) {
        sql.update("""
                update outreach_step set status = ?, person_id = ?
                where clinic_id = platform.current_clinic() and id = ? and status = 'PLANNED'
                """, status.name(), person, step.id().value());
    }

    /** What became of a message that was leaving; nothing where it was stopped meanwhile. */
    void left(Step step, Step.Status status, @Nullable Channel channel, Instant now) {
        sql.update(
                """
                update outreach_step set status = ?, channel = ?, settled_at = ?
                where clinic_id = platform.current_clinic() and id = ? and status = 'LEAVING'
                """,
                status.name(),
                channel == null ? null : channel.name(),
                now,
                step.id().value());
    }

    /** It is not taken before another time. */
    void putOff(Step step, Instant until) {
        sql.update("""
                update outreach_step set due_at = ?
                where clinic_id = platform.current_clinic() and id = ? and status = 'PLANNED'
                """, until, step.id().value());
    }

    /** It is over. */
    void settle(Step step, Step.Status status, Instant now) {
        settle(step, status, null, null, now);
    }

    void settle(Step step, Step.Status status, @Nullable StaffId by, @Nullable String sealedConclusion, Instant now) {
        sql.update(
                """
                update outreach_step set status = ?, settled_by = ?, conclusion = ?, settled_at = ?
                where clinic_id = platform.current_clinic() and id = ? and settled_at is null
                """,
                status.name(),
                by == null ? null : by.value(),
                sealedConclusion,
                now,
                step.id().value());
    }
}
