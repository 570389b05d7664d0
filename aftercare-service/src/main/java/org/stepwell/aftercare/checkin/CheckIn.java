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
    private @Nullable String needs;
    private @Nullable String agreedPlan;
    private @Nullable LocalDate nextOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Channel channel;

    private @Nullable Integer riskScore;
    private @Nullable Integer protectiveScore;

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

    /** What was written in a check-in, sealed. */
    record Texts(
            @Nullable String note,
            @Nullable String needs,
            @Nullable String agreedPlan) {}

    /** What was answered, how and by whom. */
    record Filled(Answers answers, Texts sealed, @Nullable LocalDate nextOn, Channel channel, Recorder by) {}

    /** Refuses what is not recorded on {@code today} of the clinic: before its week, or twice. */
    void mustBeOpen(LocalDate today) {
        var week = week();
        if (today.isBefore(week.opensOn())) {
            throw new Refusal(
                    CheckInRule.CHECK_IN_NOT_OPEN_YET,
                    "The next check-in is due on %s and opens on %s.".formatted(dueOn, week.opensOn()));
        }
        mustBecome(Status.RECORDED);
    }

    /** Refuses to go on with what was sent already. */
    void mustNotBeRecorded() {
        mustBecome(Status.RECORDED);
    }

    /** Records the answers, on {@code today} of the clinic. */
    CheckInRecorded record(Filled filled, Before before, LocalDate today, Instant now) {
        mustBeOpen(today);
        become(Status.RECORDED);
        var assessment = Assessment.of(filled.answers(), before, today.isAfter(week().lastDay()));
        answers = filled.answers();
        note = filled.sealed().note();
        needs = filled.sealed().needs();
        agreedPlan = filled.sealed().agreedPlan();
        nextOn = filled.nextOn();
        channel = filled.channel();
        recordedBy = filled.by();
        recordedAt = now;
        riskScore = assessment.scores().risk();
        protectiveScore = assessment.scores().protective();
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
        mustBecome(next);
        status = next;
    }

    private void mustBecome(Status next) {
        if (!status.next().contains(next)) {
            throw new Refusal(
                    CheckInRule.CHECK_IN_ONCE_A_WEEK, "The check-in due on %s is %s already.".formatted(dueOn, status));
        }
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

    Texts texts() {
        return new Texts(note, needs, agreedPlan);
    }

    @Nullable
    LocalDate nextOn() {
        return nextOn;
    }

    @Nullable
    Channel channel() {
        return channel;
    }

    Scores scores() {
        return new Scores(riskScore, protectiveScore);
    }

    PatientId patient() {
        return patient;
    }

    EpisodeId episode() {
        return episode;
    }

    @Nullable
    Level level() {
        return level;
    }

    Assessment.@Nullable Because because() {
        return because;
    }

    /** Whether something else in it asks to reach out at once, too. */
    boolean isRedBesidesTheThought() {
        return Assessment.isRedBesidesTheThought(
                flags().stream().map(Flag::valueOf).collect(Collectors.toSet()));
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
