package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.patient.Patients;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.seal.SealedJson;

/** What people decide of a plan: that it ends or goes on, how often the patient is asked, and by which ways. */
@Singleton
public class ChangePlan {

    static final String REASON = "plan-pace-reason";

    private final AftercarePlans plans;
    private final Patients patients;
    private final PlansAtTheirEnd atTheirEnd;
    private final Outbox outbox;
    private final SealedJson sealed;
    private final Sql sql;

    ChangePlan(
            AftercarePlans plans,
            Patients patients,
            PlansAtTheirEnd atTheirEnd,
            Outbox outbox,
            SealedJson sealed,
            Sql sql) {
        this.plans = plans;
        this.patients = patients;
        this.atTheirEnd = atTheirEnd;
        this.outbox = outbox;
        this.sealed = sealed;
        this.sql = sql;
    }

    /** Closes an active plan because somebody decides so. */
    public void end(AftercarePlanId id, ClosingReason reason, Instant now) {
        outbox.append(plans.locked(id).end(reason, now));
        atTheirEnd.lookedAt(id, now);
    }

    /** Opens what was closed again, from today on. */
    public ActivePlan reopen(AftercarePlanId id, LocalDate today, Instant now) {
        var plan = plans.locked(id);
        var opened = plan.reopen(today, now);
        if (plans.anotherIsOpen(plan) || patients.isInTreatment(plan.patient())) {
            throw PlanRule.OPENED_AGAIN_WHERE_NOTHING_FOLLOWED.because(
                    "The patient is in treatment, or has another plan. Look at their newest plan.");
        }
        outbox.append(opened);
        atTheirEnd.watch(plan);
        return plan.asActive();
    }

    /** Whoever treats the patient sets how often they are asked, and says why. */
    public ActivePlan asksAt(AftercarePlanId id, Pace pace, Said said, @Nullable IfMatch version) {
        var plan = plans.locked(id);
        IfMatch.require(version, plan.version());
        var active = plan.asActive();
        plan.asksAt(pace);
        atTheirEnd.lookedAt(id, said.at());
        if (pace == Pace.BY_TIME) {
            atTheirEnd.watch(plan);
        }
        var change = Uuid7.next();
        sql.update(
                "insert into plan_pace (id, plan_id, pace, reason, set_by_id, set_at) values (?, ?, ?, ?, ?, ?)",
                change,
                id.value(),
                pace.name(),
                sealed.seal(REASON, change, said.reason()),
                said.by().value(),
                said.at());
        return active;
    }

    /** Who of the staff says something, why, and when. */
    public record Said(String reason, StaffId by, Instant at) {}

    /** The patient agrees to be asked by some ways from now on, or by none. */
    AftercarePlan isAskedBy(
            AftercarePlanId id,
            Set<Channel> channels,
            @Nullable StaffId writtenBy,
            @Nullable IfMatch version,
            Instant at) {
        var plan = plans.locked(id);
        IfMatch.require(version, plan.version());
        plan.isAskedBy(channels);
        sql.update(
                "insert into plan_channels (id, plan_id, channels, written_by_id, agreed_at) values (?, ?, ?, ?, ?)",
                Uuid7.next(),
                id.value(),
                Channel.joined(channels),
                writtenBy == null ? null : writtenBy.value(),
                at);
        plans.flush();
        return plan;
    }

    /** The version of a plan after what was changed. */
    public int versionOf(AftercarePlanId id) {
        plans.flush();
        return plans.of(id).version();
    }
}
