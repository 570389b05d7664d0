package org.stepwell.aftercare.risk;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.weeklytherapy.TherapyWeeks;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.RelapseRiskId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;

/**
 * Looks at the last weeks of somebody whenever a check-in is over. What was said of earlier weeks stays as it was said, so that it can
 * be held against what came of it.
 */
@Singleton
public class LookAtWeeks {

    private final RelapseRisks risks;
    private final TherapyWeeks therapy;
    private final EntityManager entities;
    private final Outbox outbox;
    private final ClinicDirectory clinics;

    LookAtWeeks(
            RelapseRisks risks, TherapyWeeks therapy, EntityManager entities, Outbox outbox, ClinicDirectory clinics) {
        this.risks = risks;
        this.therapy = therapy;
        this.entities = entities;
        this.outbox = outbox;
        this.clinics = clinics;
    }

    /** A check-in was recorded or missed, in this transaction; whoever says so has locked the plan. */
    public void over(ActivePlan plan, Instant at) {
        entities.flush();
        var weeks = risks.weeks(plan.id());
        if (weeks.isEmpty()) {
            return;
        }
        var week = weeks.getFirst().dueOn();
        var said = risks.last(plan.id());
        var before = risks.newest(plan.id(), week);
        var look = Look.at(weeks, therapy.gapWeeks(plan, LocalDate.ofInstant(at, clinics.zone())));
        var risk = new RelapseRisk(
                new RelapseRiskId(Uuid7.next()),
                plan.id(),
                week,
                look.level(),
                look.points(),
                difference(look.points(), before.map(RelapseRisk::points).orElse(null)),
                look.abstains(),
                look.signs(),
                at);
        risks.keep(risk, plan);
        if (said.map(RelapseRisk::level).orElse(RiskLevel.ABSTAINS) != risk.level()) {
            outbox.append(
                    new RiskChanged(plan.patient(), plan.episode(), plan.id(), week, risk.level(), codes(risk), at));
        }
    }

    /** What adds points in the newest look at a plan, the most first: for words about somebody, and for no decision. */
    public List<String> factorsOf(AftercarePlanId plan) {
        return risks.newest(plan, null).map(LookAtWeeks::codes).orElse(List.of());
    }

    private static List<String> codes(RelapseRisk risk) {
        return risk.adding().stream().map(Factor::name).toList();
    }

    private static @Nullable Integer difference(@Nullable Integer now, @Nullable Integer before) {
        return now == null || before == null ? null : (Integer) (now - before);
    }
}
