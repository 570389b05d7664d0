package org.stepwell.aftercare.nextstep;

import static org.stepwell.contracts.code.NextStepStatus.ACCEPTED;
import static org.stepwell.contracts.code.NextStepStatus.DECLINED;
import static org.stepwell.contracts.code.NextStepStatus.PROPOSED;
import static org.stepwell.contracts.code.NextStepStatus.WITHDRAWN;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.OpenPlan;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged.By;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** Something that comes next for a patient, on a day: proposed, then accepted or declined. */
@Entity
class NextStep {

    @EmbeddedId
    private NextStepId id;

    @Version
    private int version;

    private AftercarePlanId plan;
    private PatientId patient;
    private EpisodeId episode;

    @Enumerated(EnumType.STRING)
    private NextStepKind kind;

    private @Nullable MeetingId meeting;
    private LocalDate date;
    private @Nullable String receiver;

    @Enumerated(EnumType.STRING)
    private NextStepStatus status;

    @Enumerated(EnumType.STRING)
    private By saidBy;

    private boolean onBehalf;
    private Instant proposedAt;
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineReason declinedBecause;

    @Enumerated(EnumType.STRING)
    private @Nullable StepOutcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable By outcomeSaidBy;

    private @Nullable Instant outcomeAt;

    @Enumerated(EnumType.STRING)
    private @Nullable StepReminder reminder;

    private @Nullable Instant remindedAt;

    @SuppressWarnings("NullAway.Init")
    NextStep() {}

    /** Proposes a step. The receiver comes sealed. */
    NextStep(
            NextStepId id,
            OpenPlan plan,
            Proposal proposal,
            @Nullable String sealedReceiver,
            LocalDate today,
            Word word,
            Instant now) {
        proposal.check(today);
        this.id = id;
        this.plan = plan.id();
        this.patient = plan.patient();
        this.episode = plan.episode();
        this.kind = proposal.kind();
        this.meeting = proposal.meeting() == null ? null : proposal.meeting().id();
        this.date = proposal.date();
        this.receiver = sealedReceiver;
        this.status = PROPOSED;
        this.saidBy = word.by();
        this.onBehalf = word.onBehalf();
        this.proposedAt = now;
        this.changedAt = now;
    }

    NextStepChanged accept(Word word, LocalDate today, Instant now) {
        mayBecome(ACCEPTED);
        if (date.isBefore(today)) {
            throw new Refusal(
                    NextStepRule.NEXT_STEP_IN_THE_PAST,
                    "The step was for %s, and today is %s. Propose a new day.".formatted(date, today));
        }
        return answer(ACCEPTED, word, now);
    }

    /** The receiver accepts for a day of their own. */
    NextStepChanged acceptFor(LocalDate day, Word word, LocalDate today, Instant now) {
        mayBecome(ACCEPTED);
        Proposal.checkDay(day, today);
        date = day;
        return answer(ACCEPTED, word, now);
    }

    NextStepChanged decline(Word word, Instant now) {
        return answer(DECLINED, word, now);
    }

    /** The receiver says no, and why. */
    NextStepChanged declineBecause(DeclineReason reason, Word word, Instant now) {
        var declined = answer(DECLINED, word, now);
        declinedBecause = reason;
        return declined;
    }

    /** Whether it came about; who knows better may say it anew. */
    void cameOut(StepOutcome out, boolean patientSays, LocalDate today, Instant now) {
        if (status != ACCEPTED || date.isAfter(today)) {
            throw new Refusal(
                    NextStepRule.OUTCOME_OF_WHAT_WAS_ACCEPTED,
                    "It is %s, for %s, and today is %s.".formatted(status, date, today));
        }
        outcome = out;
        outcomeSaidBy = patientSays ? By.PATIENT : By.STAFF;
        outcomeAt = now;
    }

    /** The one message before its day is about to leave. */
    void isToBeReminded(Instant now) {
        if (reminder != null) {
            throw new IllegalStateException("step %s was reminded of already".formatted(id));
        }
        remind(StepReminder.LEAVING, now);
    }

    /** Nobody needs a message any more. */
    void needsNoReminder(Instant now) {
        if (reminder == StepReminder.LEAVING) {
            remind(StepReminder.SUPERSEDED, now);
        }
    }

    private void remind(StepReminder became, Instant now) {
        reminder = became;
        remindedAt = now;
    }

    NextStepChanged withdraw(Word word, Instant now) {
        if (outcome == StepOutcome.HAPPENED) {
            throw new Refusal(NextStepRule.HAPPENED_STAYS, "It happened on %s, as was said.".formatted(date));
        }
        outcome = null;
        outcomeSaidBy = null;
        outcomeAt = null;
        return answer(WITHDRAWN, word, now);
    }

    /** Whose acceptance this takes: the patient commits to a meeting, a receiver accepts all else. */
    Word acceptedBy(boolean patientAsks) {
        if (Proposal.isMeeting(kind)) {
            return patientAsks ? Word.OF_PATIENT : Word.OF_STAFF_FOR_PATIENT;
        }
        if (patientAsks) {
            throw new Refusal(
                    NextStepRule.RECEIVER_ACCEPTS,
                    "A %s is confirmed by the care team, who asked the receiver.".formatted(kind));
        }
        return Word.OF_RECEIVER;
    }

    /** Whose no it is. */
    Word declinedBy(boolean patientAsks) {
        if (patientAsks) {
            return Word.OF_PATIENT;
        }
        return Proposal.isMeeting(kind) ? Word.OF_STAFF_FOR_PATIENT : Word.OF_RECEIVER;
    }

    private NextStepChanged answer(NextStepStatus next, Word word, Instant now) {
        mayBecome(next);
        status = next;
        saidBy = word.by();
        onBehalf = word.onBehalf();
        changedAt = now;
        return said();
    }

    private void mayBecome(NextStepStatus next) {
        if (!next(status).contains(next)) {
            throw new Refusal(
                    NextStepRule.ALREADY_ANSWERED,
                    "It is %s and can not become %s. Propose a new step.".formatted(status, next));
        }
    }

    /** Whether somebody else is to say yes, and has not answered. */
    boolean waitsForReceiver() {
        return status == PROPOSED && !Proposal.isMeeting(kind);
    }

    /** Whether somebody else than the patient said yes. */
    boolean waitedForReceiver() {
        return !Proposal.isMeeting(kind);
    }

    /** Whether it is to come, or came about without anybody having said so. */
    boolean isAwaited() {
        return status == ACCEPTED && outcome == null;
    }

    /** What is said of it now. */
    NextStepChanged said() {
        return new NextStepChanged(patient, episode, id, kind, date, status, saidBy, changedAt);
    }

    static Set<NextStepStatus> next(NextStepStatus status) {
        return switch (status) {
            case PROPOSED -> EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(WITHDRAWN);
            case DECLINED, WITHDRAWN -> EnumSet.noneOf(NextStepStatus.class);
        };
    }

    NextStepId id() {
        return id;
    }

    int version() {
        return version;
    }

    AftercarePlanId plan() {
        return plan;
    }

    PatientId patient() {
        return patient;
    }

    EpisodeId episode() {
        return episode;
    }

    NextStepKind kind() {
        return kind;
    }

    @Nullable
    MeetingId meeting() {
        return meeting;
    }

    LocalDate date() {
        return date;
    }

    @Nullable
    String receiver() {
        return receiver;
    }

    NextStepStatus status() {
        return status;
    }

    Word word() {
        return new Word(saidBy, onBehalf);
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    DeclineReason declinedBecause() {
        return declinedBecause;
    }

    @Nullable
    StepOutcome outcome() {
        return outcome;
    }

    @Nullable
    By outcomeSaidBy() {
        return outcomeSaidBy;
    }

    @Nullable
    Instant outcomeAt() {
        return outcomeAt;
    }

    @Nullable
    StepReminder reminder() {
        return reminder;
    }

    @Nullable
    Instant remindedAt() {
        return remindedAt;
    }
}
