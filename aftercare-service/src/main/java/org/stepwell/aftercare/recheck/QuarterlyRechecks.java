package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;

/**
 * Keeps the quarterly rhythm of a plan for two years: one recheck is ahead at any time, and a due row stands at its day, then at the
 * end of its month.
 */
@Singleton
public class QuarterlyRechecks {

    static final String DUE = "recheck-due";

    /** Two years. */
    static final int QUARTERS = 8;

    private final Rechecks rechecks;
    private final RecheckTasks tasks;
    private final LinkBack linkBack;
    private final Due due;
    private final ClinicDirectory clinics;

    QuarterlyRechecks(Rechecks rechecks, RecheckTasks tasks, LinkBack linkBack, Due due, ClinicDirectory clinics) {
        this.rechecks = rechecks;
        this.tasks = tasks;
        this.linkBack = linkBack;
        this.due = due;
        this.clinics = clinics;
    }

    /** A plan begins, begins anew or began on another day: the first recheck is a quarter after the last day in the program. */
    public void begin(ActivePlan plan, LocalDate lastDay, Instant known) {
        rechecks.forgetScheduled(plan.id());
        endAhead(plan.id(), known);
        var knownOn = LocalDate.ofInstant(known, clinics.zone());
        schedule(plan, lastDay.isAfter(knownOn) ? lastDay : knownOn, 1);
    }

    /** The last day was later than was said, or earlier; what was asked for meanwhile stays. */
    public void beganOn(ActivePlan plan, LocalDate lastDay, Instant known) {
        if (rechecks.ahead(plan.id())
                .filter(ahead -> ahead.number() == 1 && ahead.status() == Recheck.Status.SCHEDULED)
                .isPresent()) {
            begin(plan, lastDay, known);
        }
    }

    /**
     * Aftercare is over, or the patient is in treatment again. Who could not be reached is asked each quarter all the same: the door
     * stays open.
     */
    public void end(AftercarePlanId plan, ClosingReason reason, Instant at) {
        if (reason != ClosingReason.UNREACHABLE) {
            endAhead(plan, at);
            linkBack.ended(plan, at);
        }
    }

    /** The patient is in treatment again, whatever became of their plans. */
    public void admitted(PatientId patient, Instant at) {
        rechecks.plansWithOneAhead(patient).forEach(plan -> endAhead(plan, at));
    }

    private void endAhead(AftercarePlanId plan, Instant at) {
        due.cancel(DUE, plan);
        rechecks.ahead(plan).ifPresent(ahead -> {
            ahead.end();
            tasks.ended(ahead.id(), at);
            rechecks.flush();
        });
    }

    /** The first from a number on whose day is after all that were. */
    private void schedule(ActivePlan plan, LocalDate began, int from) {
        var last = rechecks.lastDueOn(plan.id()).orElse(LocalDate.MIN);
        IntStream.rangeClosed(from, QUARTERS)
                .filter(number -> Recheck.dueOn(began, number).isAfter(last))
                .findFirst()
                .ifPresent(number -> {
                    var next = new Recheck(new RecheckId(Uuid7.next()), plan, began, number);
                    rechecks.persistAndFlush(next);
                    due.at(DUE, plan.id(), next.fallsAt(clinics.zone()));
                });
    }

    /** The next quarter after one that is over. */
    void next(Recheck over) {
        rechecks.flush();
        schedule(over.of(), over.beganOn(), over.number() + 1);
    }
}
