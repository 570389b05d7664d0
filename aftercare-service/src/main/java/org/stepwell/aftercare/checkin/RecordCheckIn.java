package org.stepwell.aftercare.checkin;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.risk.LookAtWeeks;
import org.stepwell.aftercare.silence.Silences;
import org.stepwell.aftercare.weeklytherapy.TherapyWeeks;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.Seal;

/** Records what was said in a check-in, and does what follows from it. Nothing is changed before all that may refuse it was asked. */
@Singleton
class RecordCheckIn {

    private final CheckIns checkIns;
    private final CheckInDrafts drafts;
    private final WeeklyCheckIns weekly;
    private final CheckInTasks tasks;
    private final Silences silences;
    private final TherapyWeeks therapy;
    private final Danger danger;
    private final LookAtWeeks risks;
    private final FindPlan plans;
    private final CheckInJson json;
    private final Outbox outbox;
    private final Seal seal;
    private final ClinicDirectory clinics;

    RecordCheckIn(
            CheckIns checkIns,
            CheckInDrafts drafts,
            WeeklyCheckIns weekly,
            CheckInTasks tasks,
            Silences silences,
            TherapyWeeks therapy,
            Danger danger,
            LookAtWeeks risks,
            FindPlan plans,
            CheckInJson json,
            Outbox outbox,
            Seal seal,
            ClinicDirectory clinics) {
        this.checkIns = checkIns;
        this.drafts = drafts;
        this.weekly = weekly;
        this.tasks = tasks;
        this.silences = silences;
        this.therapy = therapy;
        this.danger = danger;
        this.risks = risks;
        this.plans = plans;
        this.json = json;
        this.outbox = outbox;
        this.seal = seal;
        this.clinics = clinics;
    }

    /** Records a check-in of the week in which it is said, or of the one it names. */
    CheckIn record(AftercarePlanId plan, CheckInForm sent, CheckIn.Recorder by, Instant now) {
        var form = json.held(sent, "");
        var active = plans.active(plan);
        var today = LocalDate.ofInstant(now, clinics.zone());
        var checkIn = checkIns.meant(plan, form.dueOn(), today);
        checkIn.mustBeOpen(today);
        var filled = filled(checkIn.id(), form, by, today);
        boolean isNext = checkIn.status() == CheckIn.Status.SCHEDULED;
        boolean named =
                form.namesSuicide() && !isHeard(active, drafts.of(checkIn.id()).says());
        weekly.stopTimer(plan);
        var recorded = checkIn.record(filled, checkIns.before(plan, checkIn.week()), today, now);
        outbox.append(recorded);
        if (!form.namesSuicide() || checkIn.isRedBesidesTheThought()) { // the thought alone is somebody's work already
            tasks.recorded(recorded);
        }
        silences.heard(plan, now);
        if (Boolean.TRUE.equals(filled.answers().therapyKept())) {
            therapy.keptInWeek(
                    active,
                    checkIn.week().dueOn().isBefore(today) ? checkIn.week().dueOn() : today,
                    now);
        }
        if (named) {
            name(active, checkIn.id(), sent, Danger.Place.CHECK_IN, by, now);
        }
        if (isNext) {
            weekly.scheduleAfter(active, checkIn.week());
        } else {
            weekly.startTimer(plan);
        }
        risks.over(active, now);
        checkIns.flush();
        return checkIn;
    }

    /** Somebody names a thought of suicide in what can not be recorded as a check-in: it is kept, and somebody reaches out. */
    void outOfTurn(AftercarePlanId plan, CheckInForm sent, CheckIn.Recorder by, Instant now) {
        var whose = new ActivePlan(plan, plans.patientOf(plan), plans.episodeOf(plan));
        name(whose, null, sent, Danger.Place.OUT_OF_TURN, by, now);
        plans.ifActive(plan).ifPresent(active -> silences.heard(active.id(), now));
    }

    /** Whether a yes was heard as it was typed, and nobody asked about it yet; once somebody did, it is said anew. */
    boolean isHeard(ActivePlan plan, CheckInForm typed) {
        return typed.namesSuicide() && danger.isToBeAsked(plan.patient());
    }

    void name(
            ActivePlan plan,
            @Nullable CheckInId checkIn,
            CheckInForm sent,
            Danger.Place place,
            CheckIn.Recorder by,
            Instant now) {
        danger.named(
                new Danger.Named(
                        plan.patient(), plan.episode(), plan.id(), checkIn, place, json.written(sent), by.name()),
                now);
    }

    private CheckIn.Filled filled(CheckInId checkIn, CheckInForm form, CheckIn.Recorder by, LocalDate today) {
        var answers = form.answers();
        mustBeAhead(form, today);
        var texts = new CheckIn.Texts(
                sealed(CheckInShown.NOTE + checkIn, form.note()),
                sealed(CheckInShown.NEEDS + checkIn, form.needs()),
                sealed(CheckInShown.AGREED + checkIn, form.agreedPlan()));
        return new CheckIn.Filled(answers, texts, form.nextOn(), channel(form, by), by);
    }

    private static Channel channel(CheckInForm form, CheckIn.Recorder by) {
        if (by == CheckIn.Recorder.PATIENT) {
            return Channel.PORTAL;
        }
        return form.channel() == null ? Channel.PHONE : form.channel();
    }

    private static void mustBeAhead(CheckInForm form, LocalDate today) {
        var next = form.nextOn();
        if (next != null && !form.namesSuicide() && (next.isBefore(today) || next.isAfter(today.plusYears(1)))) {
            var expected = "a day from %s on, within a year".formatted(today);
            throw new Refusal(
                    HttpRule.INVALID_REQUEST, "nextOn: " + expected, List.of(new FieldError("/nextOn", expected)));
        }
    }

    private @Nullable String sealed(String purpose, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal.seal(ClinicContext.clinic(), purpose, text);
    }
}
