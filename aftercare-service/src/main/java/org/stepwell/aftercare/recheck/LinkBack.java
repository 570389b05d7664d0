package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.risk.LookAtWeeks;
import org.stepwell.aftercare.silence.SecondMissed;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended.Because;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Links somebody who left with treatment again: it is offered, until the offer is answered or has held for long enough, and who
 * arrives is looked after for two weeks.
 */
@Singleton
public class LinkBack implements DueDoor, SecondMissed {

    private static final String WATCH = "linkage-watch";
    private static final int STAYS_DAYS = 14;

    private final Linkages linkages;
    private final RecheckTasks tasks;
    private final LookAtWeeks risks;
    private final RecheckSettings settings;
    private final Due due;
    private final ClinicDirectory clinics;

    LinkBack(
            Linkages linkages,
            RecheckTasks tasks,
            LookAtWeeks risks,
            RecheckSettings settings,
            Due due,
            ClinicDirectory clinics) {
        this.linkages = linkages;
        this.tasks = tasks;
        this.risks = risks;
        this.settings = settings;
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
        var endsAt = startOf(dayOf(at).plusDays(settings.offerDays()));
        if (linkages.offer(id, plan, because, recheck, factors, at, endsAt)) {
            tasks.offer(plan, id, at);
            due.at(WATCH, id, endsAt);
        } else {
            linkages.acceptedIn(plan.id()).ifPresent(accepted -> tasks.helpAnew(accepted, at));
        }
    }

    /** Aftercare is over: what was offered is not offered any more. */
    void ended(AftercarePlanId plan, Instant at) {
        linkages.undecidedIn(plan).forEach(linkage -> withdraw(linkage, at));
    }

    /** The patient died: nobody offers them anything, whatever became of their plans. */
    void died(PatientId patient, Instant at) {
        linkages.undecidedOf(patient).forEach(linkage -> withdraw(linkage, at));
    }

    private void withdraw(Linkage linkage, Instant at) {
        if (linkage.isOpen()) {
            tasks.withdrawn(linkage.id(), at);
        }
        due.cancel(WATCH, linkage.id());
        linkage.withdraw(at);
    }

    /** Somebody was admitted: those to whom it was offered have arrived, and what they declined before is over. */
    public void admitted(EpisodeAdmitted admitted) {
        for (var linkage : linkages.undecidedOf(admitted.patient())) {
            if (linkage.isOpen()) {
                linkage.engage(admitted.episode(), admitted.at());
                tasks.arrived(linkage.id(), admitted.at());
                due.at(WATCH, linkage.id(), startOf(admitted.start().plusDays(STAYS_DAYS)));
            } else {
                withdraw(linkage, admitted.at());
            }
        }
    }

    @Override
    public String kind() {
        return WATCH;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var linkage = linkages.locked(new LinkageId(subject));
        switch (linkage.status()) {
            case OFFERED -> {
                linkage.lapse();
                tasks.withdrawn(linkage.id(), dueAt);
            }
            case ENGAGED -> linkage.stayed(isStillIn(linkage, dayOf(dueAt)), dueAt);
            case ACCEPTED,
                    DECLINED,
                    NOT_REACHED,
                    ELSEWHERE,
                    LAPSED,
                    RETAINED,
                    LEFT_EARLY,
                    WITHDRAWN -> {} // no end by time
        }
    }

    private boolean isStillIn(Linkage linkage, LocalDate day) {
        return linkages.lastDayOf(Objects.requireNonNull(linkage.readmitted()))
                .filter(last -> last.isBefore(day))
                .isEmpty();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clinics.zone()).toInstant();
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clinics.zone());
    }
}
