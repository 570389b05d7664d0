package org.stepwell.aftercare.nextstep;

import static org.stepwell.contracts.code.NextStepStatus.ACCEPTED;
import static org.stepwell.contracts.code.NextStepStatus.DECLINED;
import static org.stepwell.contracts.code.NextStepStatus.PROPOSED;
import static org.stepwell.contracts.code.NextStepStatus.WITHDRAWN;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
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

    private Instant proposedAt;

    @Embedded
    private StepAnswer answer;

    @Embedded
    private @Nullable CameOut cameOut;

    @Embedded
    private @Nullable Reminded reminded;

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
        this.proposedAt = now;
        this.answer = new StepAnswer(word, now);
    }

    NextStepChanged accept(Word word, LocalDate today, Instant now) {
        answer.mayBecome(ACCEPTED);
        if (date.isBefore(today)) {
            throw new Refusal(
                    NextStepRule.NEXT_STEP_IN_THE_PAST,
                    "The step was for %s, and today is %s. Propose a new day.".formatted(date, today));
        }
        return answer(ACCEPTED, word, now);
    }

    /** The receiver accepts for a day of their own. */
    NextStepChanged acceptFor(LocalDate day, Word word, LocalDate today, Instant now) {
        answer.mayBecome(ACCEPTED);
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
        answer.because(reason);
        return declined;
    }

    /** Whether it came about; who knows better may say it anew. */
    void cameOut(StepOutcome out, boolean patientSays, LocalDate today, Instant now) {
        if (status() != ACCEPTED || date.isAfter(today)) {
            throw new Refusal(
                    NextStepRule.OUTCOME_OF_WHAT_WAS_ACCEPTED,
                    "It is %s, for %s, and today is %s.".formatted(status(), date, today));
        }
        cameOut = new CameOut(out, patientSays ? By.PATIENT : By.STAFF, now);
    }

    /** The one message before its day is about to leave. */
    void isToBeReminded(Instant now) {
        if (reminded != null) {
            throw new IllegalStateException("step %s was reminded of already".formatted(id));
        }
        reminded = new Reminded(StepReminder.LEAVING, now);
    }

    /** Nobody needs a message any more. */
    void needsNoReminder(Instant now) {
        if (reminded != null && reminded.reminder() == StepReminder.LEAVING) {
            reminded = new Reminded(StepReminder.SUPERSEDED, now);
        }
    }

    NextStepChanged withdraw(Word word, Instant now) {
        if (cameOut != null && cameOut.outcome() == StepOutcome.HAPPENED) {
            throw new Refusal(NextStepRule.HAPPENED_STAYS, "It happened on %s, as was said.".formatted(date));
        }
        cameOut = null;
        return answer(WITHDRAWN, word, now);
    }

    private NextStepChanged answer(NextStepStatus next, Word word, Instant now) {
        answer.become(next, word, now);
        return said();
    }

    /** Whether somebody else is to say yes, and has not answered. */
    boolean waitsForReceiver() {
        return status() == PROPOSED && !Proposal.isMeeting(kind);
    }

    /** Whether somebody else than the patient said yes. */
    boolean waitedForReceiver() {
        return !Proposal.isMeeting(kind);
    }

    /** Whether it is to come, or came about without anybody having said so. */
    boolean isAwaited() {
        return status() == ACCEPTED && cameOut == null;
    }

    /** What is said of it now. */
    NextStepChanged said() {
        return new NextStepChanged(
                patient, episode, id, kind, date, status(), answer.word().by(), answer.changedAt());
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
        return answer.status();
    }

    StepAnswer answer() {
        return answer;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    /** Nothing before somebody said so. */
    @Nullable
    CameOut cameOut() {
        return cameOut;
    }

    /** Nothing before the message is about to leave. */
    @Nullable
    Reminded reminded() {
        return reminded;
    }
}
