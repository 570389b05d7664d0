package org.stepwell.aftercare.checkin;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInMissed;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded.Level;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** The check-in of one week: scheduled, then recorded or missed; one that was missed may be recorded late, once. */
@Entity
class CheckIn {

    @EmbeddedId
    private CheckInId id;

    @Version
    private int version;

    private AftercarePlanId plan;
    private PatientId patient;
    private EpisodeId episode;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Embedded
    private @Nullable Answers answers;

    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private @Nullable Level level;

    private @Nullable String flags;

    @Enumerated(EnumType.STRING)
    private Assessment.@Nullable Because because;

    @Enumerated(EnumType.STRING)
    private @Nullable Recorder recordedBy;

    private @Nullable Instant recordedAt;

    /** Where a check-in stands. */
    @Schema(name = "CheckInStatus")
    enum Status {
        SCHEDULED,
        RECORDED,
        MISSED;

        Set<Status> next() {
            return switch (this) {
                case SCHEDULED -> EnumSet.of(RECORDED, MISSED);
                case MISSED -> EnumSet.of(RECORDED);
                case RECORDED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** Who filled it in. */
    @Schema(name = "CheckInRecorder")
    enum Recorder {
        PATIENT,
        STAFF
    }

    @SuppressWarnings("NullAway.Init")
    CheckIn() {}

    CheckIn(CheckInId id, ActivePlan plan, CheckInWeek week) {
        this.id = id;
        this.plan = plan.id();
        this.patient = plan.patient();
        this.episode = plan.episode();
        this.dueOn = week.dueOn();
        this.status = Status.SCHEDULED;
    }

    /** What was answered, by whom; the note comes sealed. */
    record Filled(Answers answers, @Nullable String sealedNote, Recorder by) {}

    /** Records the answers, on {@code today} of the clinic. */
    CheckInRecorded record(Filled filled, boolean missedTheWeekBefore, LocalDate today, Instant now) {
        var week = week();
        if (today.isBefore(week.opensOn())) {
            throw new Refusal(
                    CheckInRule.CHECK_IN_NOT_OPEN_YET,
                    "The next check-in is due on %s and opens on %s.".formatted(dueOn, week.opensOn()));
        }
        become(Status.RECORDED);
        var assessment = Assessment.of(filled.answers(), missedTheWeekBefore, today.isAfter(week.lastDay()));
        answers = filled.answers();
        note = filled.sealedNote();
        recordedBy = filled.by();
        recordedAt = now;
        because = assessment.because();
        level = because.level();
        flags = assessment.flags().stream().map(Enum::name).collect(Collectors.joining(","));
        return new CheckInRecorded(patient, episode, id, dueOn, level, flags(), now);
    }

    /** Nobody checked in, and the window is closed. */
    CheckInMissed miss(Instant now) {
        become(Status.MISSED);
        return new CheckInMissed(patient, episode, id, dueOn, now);
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw new Refusal(
                    CheckInRule.CHECK_IN_ONCE_A_WEEK, "The check-in due on %s is %s already.".formatted(dueOn, status));
        }
        status = next;
    }

    CheckInWeek week() {
        return new CheckInWeek(dueOn);
    }

    CheckInId id() {
        return id;
    }

    int version() {
        return version;
    }

    AftercarePlanId plan() {
        return plan;
    }

    Status status() {
        return status;
    }

    @Nullable
    Answers answers() {
        return answers;
    }

    @Nullable
    String note() {
        return note;
    }

    Assessment.@Nullable Because because() {
        return because;
    }

    List<String> flags() {
        return flags == null || flags.isEmpty() ? List.of() : Arrays.asList(flags.split(",", -1));
    }

    @Nullable
    Recorder recordedBy() {
        return recordedBy;
    }

    @Nullable
    Instant recordedAt() {
        return recordedAt;
    }
}
