package org.stepwell.therapy.outreach;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A step of the ladder that somebody is to take. */
@Entity
class OutreachStep {

    @EmbeddedId
    private StepId id;

    @Version
    private int version;

    private UUID runId;
    private EpisodeId episode;
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Rung rung;

    @Enumerated(EnumType.STRING)
    private Because because;

    private Instant since;
    private LocalDate day;
    private Instant openedAt;
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private StepStatus status = StepStatus.OPEN;

    private @Nullable UUID attemptId;
    private @Nullable String said;
    private @Nullable Instant endedAt;
    private @Nullable StaffId endedBy;

    @SuppressWarnings("NullAway.Init")
    protected OutreachStep() {}

    OutreachStep(StepId id, AbsenceRun run, Asked asked, Instant now) {
        this.id = id;
        this.runId = run.id();
        this.episode = run.episode();
        this.patient = run.patient();
        this.rung = asked.rung();
        this.because = asked.because();
        this.since = asked.since();
        this.day = asked.day();
        this.dueAt = asked.dueAt();
        this.openedAt = now;
    }

    /**
     * What is asked for.
     *
     * @param since when the session began whose absence asks for it: what is done later counts
     * @param day the day of that session
     */
    record Asked(Rung rung, Because because, Instant since, LocalDate day, Instant dueAt) {}

    /** Somebody tried to reach the patient, and that is what was asked for. */
    void doneBy(OutreachAttempt attempt, Instant now) {
        become(StepStatus.DONE, now);
        attemptId = attempt.id();
        endedBy = attempt.recordedBy();
    }

    /** Somebody says that it is done, or that it was decided against; why comes sealed. */
    void concluded(boolean done, String sealedText, StaffId by, Instant now) {
        if (rung == Rung.WELFARE_CHECK) {
            throw OutreachRule.WELFARE_IS_NOT_DECIDED_AGAINST.because(
                    "Record what was tried, and who looks after them.");
        }
        if (done && rung.isContact()) {
            throw OutreachRule.STEP_ENDS_BY_AN_ATTEMPT.because(
                    "Record the attempt: POST episodes/%s/outreach/attempts.".formatted(episode));
        }
        if (status != StepStatus.OPEN) {
            throw OutreachRule.STEP_IS_OPEN.because("It is %s since %s.".formatted(status, endedAt));
        }
        become(done ? StepStatus.DONE : StepStatus.DECIDED_AGAINST, now);
        said = sealedText;
        endedBy = by;
    }

    /** A later step made it needless. */
    void superseded(Instant now) {
        become(StepStatus.SUPERSEDED, now);
    }

    /** Nobody needs it any more. */
    void withdrawn(Instant now) {
        become(StepStatus.WITHDRAWN, now);
        attemptId = null;
    }

    private void become(StepStatus next, Instant now) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("a step that is %s can not become %s".formatted(status, next));
        }
        status = next;
        endedAt = now;
    }

    StepId id() {
        return id;
    }

    UUID runId() {
        return runId;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    Rung rung() {
        return rung;
    }

    Instant since() {
        return since;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    StepStatus status() {
        return status;
    }

    boolean isOpen() {
        return status == StepStatus.OPEN;
    }

    boolean isOf(AbsenceRun run) {
        return runId.equals(run.id());
    }

    /**
     * Whether what is asked for was asked for already, so that it is not asked for again. Some are, for another day that was missed;
     * a contact of that day is, unless somebody is to do more for it.
     */
    boolean answers(Rung wanted, LocalDate missedOn) {
        boolean same = rung == wanted;
        boolean more = wanted == Rung.SAME_DAY_CONTACT && rung.supersedes().contains(wanted);
        return (same || more)
                && status != StepStatus.WITHDRAWN
                && ((same && !rung.isAskedEachDay()) || isOpen() || day.equals(missedOn));
    }

    /** Whether none of the steps that made it needless stands any more. */
    boolean isPassedNoMore(Collection<OutreachStep> known) {
        return status == StepStatus.SUPERSEDED
                && known.stream()
                        .noneMatch(
                                step -> step.rung.supersedes().contains(rung) && step.status != StepStatus.WITHDRAWN);
    }

    /** Whether it was asked for because of a day that was not missed after all. */
    boolean isOfADayAfter(LocalDate lastMissedOn) {
        return rung == Rung.SAME_DAY_CONTACT && day.isAfter(lastMissedOn);
    }

    @Nullable
    String said() {
        return said;
    }

    OutreachView.StepView view(@Nullable String opened) {
        return new OutreachView.StepView(
                id, rung, because, day, openedAt, dueAt, status, attemptId, opened, endedAt, endedBy);
    }
}
