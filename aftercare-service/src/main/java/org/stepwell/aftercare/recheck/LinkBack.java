package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.risk.LookAtWeeks;
import org.stepwell.aftercare.silence.SecondMissed;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended.Because;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Links somebody who left with treatment again: it is offered, and who arrives is looked after for two weeks. */
@Singleton
public class LinkBack implements DueDoor, SecondMissed {

    private static final String STAYED = "linkage-stayed";
    private static final int STAYS_DAYS = 14;

    private final Linkages linkages;
    private final RecheckTasks tasks;
    private final LookAtWeeks risks;
    private final Due due;
    private final ClinicDirectory clinics;

    LinkBack(Linkages linkages, RecheckTasks tasks, LookAtWeeks risks, Due due, ClinicDirectory clinics) {
        this.linkages = linkages;
        this.tasks = tasks;
        this.risks = risks;
        this.due = due;
        this.clinics = clinics;
    }

    /**
     * A second check-in in a row was missed: treatment is offered once, however often this is said while an offer stands. What the newest
     * look at their weeks found is told along; it decides nothing.
     */
    @Override
    public boolean secondMissed(ActivePlan plan, Instant at) {
        offer(plan, Because.MISSED_CHECK_INS, null, risks.factorsOf(plan.id()), at);
        return true;
    }

    void afterRecheck(ActivePlan plan, RecheckId recheck, List<Trigger> triggers, Instant at) {
        offer(plan, Because.RECHECK, recheck, triggers.stream().map(Enum::name).toList(), at);
    }

    private void offer(
            ActivePlan plan, Because because, @Nullable RecheckId recheck, List<String> factors, Instant at) {
        var id = new LinkageId(Uuid7.next());
        if (linkages.offer(id, plan, because, recheck, factors, at)) {
            tasks.offer(plan, id, at);
        }
    }

    /** Aftercare is over: what was offered is not offered any more. */
    void ended(AftercarePlanId plan, Instant at) {
        linkages.openIn(plan).ifPresent(linkage -> {
            linkage.withdraw();
            tasks.withdrawn(linkage.id(), at);
        });
    }

    /** Somebody was admitted: those to whom it was offered have arrived. */
    public void admitted(EpisodeAdmitted admitted) {
        for (var linkage : linkages.openOf(admitted.patient())) {
            linkage.engage(admitted.episode(), admitted.at());
            tasks.arrived(linkage.id(), admitted.at());
            due.at(
                    STAYED,
                    linkage.id(),
                    lookedAtOn(admitted.start()).atStartOfDay(clinics.zone()).toInstant());
        }
    }

    @Override
    public String kind() {
        return STAYED;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var linkage = linkages.locked(new LinkageId(subject));
        var episode = linkage.readmitted();
        if (linkage.status() == Linkage.Status.ENGAGED && episode != null) {
            var on = LocalDate.ofInstant(dueAt, clinics.zone());
            linkage.stayed(
                    linkages.lastDayOf(episode)
                            .filter(last -> last.isBefore(on))
                            .isEmpty(),
                    dueAt);
        }
    }

    private static LocalDate lookedAtOn(LocalDate start) {
        return start.plusDays(STAYS_DAYS);
    }
}
