package org.stepwell.aftercare.weeklytherapy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Watches that weekly therapy goes on: whoever had none for two weeks running is a task of whoever treats them, once, until they
 * were there again.
 */
@Singleton
public class TherapyWeeks implements DueDoor {

    static final String KIND = "therapy-gap";

    private static final TaskKind GAP = new TaskKind(
            KIND,
            "Somebody in aftercare had no therapy for two weeks running: ask what is in the way, and write down what was kept.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            Duration.ofDays(1),
            false);

    private static final Duration IN_TIME = Duration.ofDays(2);

    private final WeeklyTherapies therapies;
    private final TherapyDays days;
    private final TherapyHere here;
    private final TherapyNotSaid notSaid;
    private final FindPlan plans;
    private final Tasks tasks;
    private final Due due;
    private final ClinicDirectory clinics;
    private final Clock clock;

    TherapyWeeks(
            WeeklyTherapies therapies,
            TherapyDays days,
            TherapyHere here,
            TherapyNotSaid notSaid,
            FindPlan plans,
            Tasks tasks,
            Due due,
            ClinicDirectory clinics,
            Clock clock) {
        this.therapies = therapies;
        this.days = days;
        this.here = here;
        this.notSaid = notSaid;
        this.plans = plans;
        this.tasks = tasks;
        this.due = due;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind gap() {
        return GAP;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var id = new AftercarePlanId(subject);
        plans.ifActive(id)
                .ifPresent(plan -> therapies
                        .lockedOf(id)
                        .filter(WeeklyTherapy::isSome)
                        .ifPresent(therapy -> look(plan, therapy, clock.instant())));
    }

    /** A gap may have begun before a day that was told wrongly ended a task of it: what is found now is found now. */
    private void look(ActivePlan plan, WeeklyTherapy therapy, Instant now) {
        notSaid.said(plan.id(), now);
        var gapFrom = gapFrom(plan, therapy, dayOf(now));
        if (gapFrom.isAfter(dayOf(now))) {
            due.at(KIND, plan.id(), startOf(gapFrom));
        } else {
            tasks.open(new Tasks.Cause(GAP, plan.id(), plan.patient(), plan.episode(), now), null, now.plus(IN_TIME));
        }
    }

    /** How many days an active plan with weekly therapy has gone without it; empty where there is none to go to. */
    public Optional<Integer> daysWithout(ActivePlan plan) {
        var today = today();
        return therapies
                .findByIdOptional(plan.id())
                .filter(WeeklyTherapy::isSome)
                .map(therapy ->
                        Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(since(plan, therapy, today), today))));
    }

    /** Whether the patient was in therapy on a day of a time; for figures. */
    public boolean keptWithin(PatientId patient, LocalDate from, LocalDate through) {
        return days.lastKept(patient, through)
                .filter(day -> !day.isBefore(from))
                .isPresent();
    }

    /** How many whole weeks running an active plan had gone without its therapy on a day, where that is a gap; else none. */
    public int gapWeeks(ActivePlan plan, LocalDate day) {
        return therapies
                .findByIdOptional(plan.id())
                .filter(WeeklyTherapy::isSome)
                .filter(therapy -> !gapFrom(plan, therapy, day).isAfter(day))
                .map(therapy -> Math.toIntExact(ChronoUnit.WEEKS.between(since(plan, therapy, day), day)))
                .orElse(0);
    }

    /** Scheduling counted who was in a session; therapy with the patient alone counts. */
    public void attended(AttendanceRecorded attendance) {
        boolean therapy = !attendance.group()
                && switch (attendance.modality()) {
                    case INDIVIDUAL_THERAPY, FAMILY_THERAPY, MOTIVATIONAL_INTERVIEWING -> true;
                    case GROUP_THERAPY,
                            MEDICATION_MANAGEMENT,
                            CAREER_ASSISTANCE,
                            TWELVE_STEP_PREPARATION,
                            PSYCHOEDUCATION -> false;
                };
        if (!therapy) {
            return;
        }
        var day = new TherapyDays.Day(
                attendance.date(),
                attendance.status().attended(),
                TherapyDays.Source.ATTENDANCE,
                attendance.at(),
                null);
        if (days.counted(attendance.patient(), attendance.session().value(), attendance.version(), day)) {
            plans.openOf(attendance.patient()).ifPresent(plan -> changed(plan.id(), attendance.at()));
        }
    }

    /** A check-in says that therapy was kept in the week that ends on a day. */
    public void keptInWeek(ActivePlan plan, LocalDate last, Instant now) {
        days.toldOfWeek(plan.patient(), last, now);
        changed(plan.id(), now);
    }

    /** A plan is active from now on: it is watched, and where nobody said anything of therapy yet, somebody asks. */
    public void goesOn(ActivePlan plan, Instant now) {
        therapies
                .lockedOf(plan.id())
                .ifPresentOrElse(therapy -> said(plan, therapy, now), () -> notSaid.ask(plan, now));
    }

    /** Nobody watches any more: the plan is paused or closed. */
    public void ends(AftercarePlanId plan, Instant now) {
        due.cancel(KIND, plan);
        tasks.withdraw(GAP, plan, now);
        notSaid.withdraw(plan, now);
        here.ends(plan, now);
    }

    /** Somebody said where an open plan's therapy goes on, or who gives it. */
    void said(AftercarePlanId id, Instant now) {
        plans.ifActive(id).ifPresent(plan -> therapies.lockedOf(id).ifPresent(therapy -> said(plan, therapy, now)));
    }

    private void said(ActivePlan plan, WeeklyTherapy therapy, Instant now) {
        notSaid.said(plan.id(), now);
        here.goesOn(plan, therapy, now);
        watch(plan, therapy, now);
    }

    /** What is known of a plan's therapy changed: it is watched anew, and a gap that is over is no task any more. */
    void changed(AftercarePlanId id, Instant now) {
        plans.ifActive(id).ifPresent(plan -> therapies.lockedOf(id).ifPresent(therapy -> watch(plan, therapy, now)));
    }

    private void watch(ActivePlan plan, WeeklyTherapy therapy, Instant now) {
        if (!therapy.isSome()) {
            due.cancel(KIND, plan.id());
            tasks.withdraw(GAP, plan.id(), now);
            return;
        }
        var gapFrom = gapFrom(plan, therapy, today());
        if (gapFrom.isAfter(today())) {
            tasks.done(GAP, plan.id(), now);
        }
        due.at(KIND, plan.id(), startOf(gapFrom)); // a gap that is a task already makes no other
    }

    /** The first day on which two weeks are over without therapy. */
    private LocalDate gapFrom(ActivePlan plan, WeeklyTherapy therapy, LocalDate today) {
        return since(plan, therapy, today).plusDays(WeeklyTherapy.GAP_DAYS + 1L);
    }

    /** The last day of therapy, or the first day from which it is expected. */
    private LocalDate since(ActivePlan plan, WeeklyTherapy therapy, LocalDate today) {
        return Stream.of(
                        Optional.of(plans.beganOn(plan.id())),
                        Optional.of(Objects.requireNonNull(therapy.startsOn())),
                        days.lastKept(plan.patient(), today))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clinics.zone()).toInstant();
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clinics.zone());
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }
}
