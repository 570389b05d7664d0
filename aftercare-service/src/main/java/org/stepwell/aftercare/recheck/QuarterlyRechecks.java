package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.ClosingReason;
import org.stepwell.aftercare.plan.FindPlan;
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
    private static final int QUARTERS = 8;

    private static final int FIRST = 1;

    private final FindPlan plans;
    private final Rechecks rechecks;
    private final RecheckTasks tasks;
    private final LinkBack linkBack;
    private final Due due;
    private final ClinicDirectory clinics;

    QuarterlyRechecks(
            FindPlan plans,
            Rechecks rechecks,
            RecheckTasks tasks,
            LinkBack linkBack,
            Due due,
            ClinicDirectory clinics) {
        this.plans = plans;
        this.rechecks = rechecks;
        this.tasks = tasks;
        this.linkBack = linkBack;
        this.due = due;
        this.clinics = clinics;
    }

    /**
     * A plan begins, begins anew after another discharge, or goes on: its quarters are counted from the last day in the program, however
     * much later that became known. What is asked for already stays; what nobody can answer any more is not asked for.
     */
    public void begin(ActivePlan plan, Instant known) {
        rechecks.livesAfterAll(plan.patient()); // or figures would count them among the dead
        var began = plans.lastDayBefore(plan.id());
        var ahead = rechecks.ahead(plan.id());
        if (ahead.filter(one -> one.status() == Recheck.Status.DUE).isPresent()) {
            ahead.get().countsFrom(began);
            return;
        }
        rechecks.forgetScheduled(plan.id());
        schedule(plan, began, ahead.map(Recheck::number).orElse(FIRST), LocalDate.ofInstant(known, clinics.zone()));
    }

    /** A plan goes on as if nothing had come between: who wanted none before that is not asked because of it. */
    public void goOn(ActivePlan plan, Instant known) {
        if (rechecks.wereEndedBySomebody(plan)) {
            rechecks.livesAfterAll(plan.patient());
        } else {
            begin(plan, known);
        }
    }

    /** Enrollment says that an episode did not end with a death; what staff heard themselves holds until the plan is opened again. */
    public void livesAfterAll(PatientId patient) {
        if (!rechecks.staffHeardOfDeath(patient)) {
            rechecks.livesAfterAll(patient);
        }
    }

    /** The last day was later than was said, or earlier; whom nobody asks any more is not asked because of that. */
    public void beganOtherwise(ActivePlan plan, Instant known) {
        if (rechecks.ahead(plan.id()).isPresent()) {
            begin(plan, known);
        }
    }

    /**
     * Aftercare is over, or the patient is in treatment again. Who could not be reached is asked each quarter all the same: the door
     * stays open.
     */
    public void end(AftercarePlanId plan, ClosingReason reason, Instant at) {
        if (reason == ClosingReason.UNREACHABLE) {
            return;
        }
        endAhead(plan, reason == ClosingReason.DECEASED ? Ended.DIED : Ended.AFTERCARE_CLOSED, at);
        linkBack.ended(plan, at);
    }

    /** The patient is in treatment again, whatever became of their plans. */
    public void admitted(PatientId patient, Instant at) {
        rechecks.plansWithOneAhead(patient).forEach(plan -> {
            plans.keep(plan);
            endAhead(plan, Ended.ADMITTED, at);
        });
    }

    /** The patient died: nobody asks them, nor offers them anything, whatever became of their plans. */
    public void died(PatientId patient, Instant at) {
        rechecks.plansWithOneAhead(patient).forEach(plan -> {
            plans.keep(plan);
            endAhead(plan, Ended.DIED, at);
        });
        linkBack.died(patient, at);
    }

    private void endAhead(AftercarePlanId plan, Ended because, Instant at) {
        rechecks.ahead(plan).ifPresent(ahead -> {
            ahead.end(because, at);
            isOver(ahead, at);
        });
    }

    /** One that was ended, in this transaction: it is not due any more, nor anybody's work. */
    void isOver(Recheck ended, Instant at) {
        due.cancel(DUE, ended.of().id());
        tasks.ended(ended.id(), at);
        rechecks.flush();
    }

    /** The first from a number on whose day is after all that were, and that can still be answered on a day. */
    private void schedule(ActivePlan plan, LocalDate began, int from, LocalDate day) {
        var last = rechecks.lastDueOn(plan.id()).orElse(LocalDate.MIN);
        IntStream.rangeClosed(from, QUARTERS)
                .filter(number -> canBeAsked(Quarter.after(began, number), last, day))
                .findFirst()
                .ifPresent(number -> {
                    var next = new Recheck(new RecheckId(Uuid7.next()), plan, began, number);
                    rechecks.persistAndFlush(next);
                    due.at(DUE, plan.id(), next.quarter().fallsAt(clinics.zone()));
                });
    }

    private static boolean canBeAsked(Quarter quarter, LocalDate last, LocalDate day) {
        return quarter.dueOn().isAfter(last) && !quarter.lastDay().isBefore(day);
    }

    /** The next quarter after one that is over; after a long outage each has its turn. */
    void next(Recheck over) {
        rechecks.flush();
        schedule(over.of(), over.beganOn(), over.number() + 1, LocalDate.MIN);
    }
}
