package org.stepwell.aftercare.checkin;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.Cadence;
import org.stepwell.aftercare.silence.Silences;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.time.Due;

/**
 * Keeps the weekly rhythm of a plan: one check-in is scheduled at any time, and due rows stand at the hour it is due
 * and at the end of its window. Whoever changes the rhythm locks the plan first and touches the timer then, as the clock does, so that they wait for
 * each other and not in a circle.
 */
@Singleton
public class WeeklyCheckIns {

    static final String DUE = "check-in-due";

    private final CheckIns checkIns;
    private final Due due;
    private final ClinicDirectory clinics;
    private final Silences silences;
    private final CheckInDrafts drafts;
    private final CheckInSettings settings;
    private final Cadence cadence;

    WeeklyCheckIns(
            CheckIns checkIns,
            Due due,
            ClinicDirectory clinics,
            Silences silences,
            CheckInDrafts drafts,
            CheckInSettings settings,
            Cadence cadence) {
        this.checkIns = checkIns;
        this.due = due;
        this.clinics = clinics;
        this.silences = silences;
        this.drafts = drafts;
        this.settings = settings;
        this.cadence = cadence;
    }

    /** Begins with the first week after the last day; nobody missed a week before the discharge was known. */
    public void begin(ActivePlan plan, LocalDate lastDay, Instant known) {
        var knownOn = LocalDate.ofInstant(known, clinics.zone());
        schedule(plan, CheckInWeek.firstAfter(lastDay.isAfter(knownOn) ? lastDay : knownOn));
    }

    /** The last day was later than was said: nobody is asked to check in from the program. */
    public void beginNotBefore(ActivePlan plan, LocalDate lastDay) {
        var first = CheckInWeek.firstAfter(lastDay);
        checkIns.scheduled(plan.id())
                .filter(next -> next.week().dueOn().isBefore(first.dueOn()))
                .ifPresent(_ -> {
                    checkIns.forgetScheduled(plan.id());
                    schedule(plan, first);
                });
    }

    /**
     * Somebody set how often the patient is asked: a quicker pace brings the next check-in forward, unless it can be recorded
     * already; a slower one begins after it. Answers when the next is due.
     */
    public Optional<LocalDate> paceChanged(ActivePlan plan, LocalDate today) {
        var next = checkIns.scheduled(plan.id());
        var sooner = cadence.after(plan.id(), today)
                .filter(day -> next.isEmpty()
                        || (day.isBefore(next.get().week().dueOn())
                                && today.isBefore(next.get().week().opensOn())));
        sooner.ifPresent(day -> {
            checkIns.forgetScheduled(plan.id());
            schedule(plan, new CheckInWeek(day));
        });
        return sooner.or(() -> next.map(found -> found.week().dueOn()));
    }

    /** Stops the timer of a plan. */
    public void stopTimer(AftercarePlanId plan) {
        due.cancel(DUE, plan);
    }

    /** Nobody asks any more: the plan is closed. */
    public void end(AftercarePlanId plan, Instant now) {
        checkIns.forgetScheduled(plan);
        silences.ended(plan, now);
    }

    /** The patient died: what they typed is sent by nobody, whatever became of their plans. */
    public void died(PatientId patient) {
        drafts.forget(patient);
    }

    /** Schedules what follows a check-in, at the pace of the plan; nothing where nobody asks any more. */
    void scheduleAfter(ActivePlan plan, CheckInWeek week) {
        drafts.forgetRecorded(plan.id(), week.dueOn());
        cadence.after(plan.id(), week.dueOn()).ifPresent(day -> schedule(plan, new CheckInWeek(day)));
    }

    /** Schedules the check-in of a week. */
    void schedule(ActivePlan plan, CheckInWeek week) {
        checkIns.flush(); // the one before is settled first: one is scheduled at a time
        var checkIn = new CheckIn(new CheckInId(Uuid7.next()), plan, week);
        checkIns.persistAndFlush(checkIn);
        drafts.goOnIn(checkIn, typedSince(week));
        due.at(CheckInHour.KIND, checkIn.id(), week.dueAt(settings.dueHour(), clinics.zone()));
        startTimer(plan.id(), week);
    }

    /** What was typed in the week before one opens may still be meant for it. */
    private Instant typedSince(CheckInWeek week) {
        return week.opensOn().minusWeeks(1).atStartOfDay(clinics.zone()).toInstant();
    }

    /** Starts the timer again where only a week of the past was touched. */
    void startTimer(AftercarePlanId plan) {
        checkIns.scheduled(plan).ifPresent(next -> startTimer(plan, next.week()));
    }

    void startTimer(AftercarePlanId plan, CheckInWeek week) {
        due.at(DUE, plan, week.closesAt(clinics.zone()));
    }

    /** The end of a week's window on the clinic's clock. */
    Instant closesAt(CheckInWeek week) {
        return week.closesAt(clinics.zone());
    }
}
