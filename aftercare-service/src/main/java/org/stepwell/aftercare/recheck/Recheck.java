package org.stepwell.aftercare.recheck;

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
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.contracts.id.StaffId;

/** The recheck of one quarter: asked for on its day, then answered, or not reached a month later. */
@Entity
class Recheck {

    @EmbeddedId
    private RecheckId id;

    @Version
    private int version;

    private AftercarePlanId plan;
    private PatientId patient;
    private EpisodeId episode;
    private LocalDate beganOn;
    private int number;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Embedded
    private @Nullable RecheckAnswers answers;

    @Enumerated(EnumType.STRING)
    private Verdict.@Nullable Need need;

    private @Nullable String triggers;

    @Enumerated(EnumType.STRING)
    private @Nullable By answeredBy;

    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Ended endedBecause;

    private @Nullable String endedReason;
    private @Nullable StaffId endedBy;
    private @Nullable Instant endedAt;

    /** Where a recheck stands. */
    @Schema(name = "RecheckStatus")
    enum Status {
        SCHEDULED,
        DUE,
        ANSWERED,
        NOT_REACHED,
        ENDED;

        Set<Status> next() {
            return switch (this) {
                case SCHEDULED -> EnumSet.of(DUE, ANSWERED, ENDED);
                case DUE -> EnumSet.of(ANSWERED, NOT_REACHED, ENDED);
                case ANSWERED, NOT_REACHED, ENDED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** Who answered. */
    @Schema(name = "RecheckAnsweredBy")
    enum By {
        PATIENT,
        STAFF
    }

    @SuppressWarnings("NullAway.Init")
    Recheck() {}

    Recheck(RecheckId id, ActivePlan plan, LocalDate beganOn, int number) {
        this.id = id;
        this.plan = plan.id();
        this.patient = plan.patient();
        this.episode = plan.episode();
        this.beganOn = beganOn;
        this.number = number;
        this.dueOn = Quarter.after(beganOn, number).dueOn();
        this.status = Status.SCHEDULED;
    }

    /** The last day in the program was another one: what is asked for already stays, and those that follow are counted from it. */
    void countsFrom(LocalDate lastDay) {
        beganOn = lastDay;
    }

    /** Its day has come: somebody is asked to reach them. */
    void falls() {
        become(Status.DUE);
    }

    /** A month later nobody has reached them. */
    void notReached() {
        become(Status.NOT_REACHED);
    }

    /** Nobody asks any more. */
    void end(Ended because, Instant now) {
        become(Status.ENDED);
        endedBecause = because;
        endedAt = now;
    }

    /** Somebody says that nobody asks any more; of the staff, who and why. */
    void end(Ended because, @Nullable StaffId by, @Nullable String sealedReason, Instant now) {
        end(because, now);
        endedBy = by;
        endedReason = sealedReason;
    }

    /** Records the answers, on {@code today} of the clinic. */
    Verdict answer(RecheckAnswers said, int useDays, By by, LocalDate today, Instant now) {
        var opensOn = quarter().opensOn();
        if (today.isBefore(opensOn)) {
            throw RecheckRule.RECHECK_NOT_OPEN_YET.because(
                    "It is due on %s and opens on %s.".formatted(dueOn, opensOn));
        }
        become(Status.ANSWERED);
        var verdict = Verdict.of(said, useDays);
        answers = said;
        need = verdict.need();
        triggers = verdict.triggers().stream().map(Enum::name).collect(Collectors.joining(","));
        answeredBy = by;
        answeredAt = now;
        return verdict;
    }

    private void become(Status next) {
        if (!status.next().contains(next)) {
            throw RecheckRule.RECHECK_IS_OVER.because(
                    "The recheck due on %s is %s. The next one is asked for in its quarter.".formatted(dueOn, status));
        }
        status = next;
    }

    Quarter quarter() {
        return new Quarter(dueOn);
    }

    /** Whose it is, as an active plan says it. */
    ActivePlan of() {
        return new ActivePlan(plan, patient, episode);
    }

    RecheckId id() {
        return id;
    }

    int version() {
        return version;
    }

    LocalDate beganOn() {
        return beganOn;
    }

    int number() {
        return number;
    }

    Status status() {
        return status;
    }

    @Nullable
    RecheckAnswers answers() {
        return answers;
    }

    Verdict.@Nullable Need need() {
        return need;
    }

    List<Trigger> triggers() {
        return triggers == null || triggers.isEmpty()
                ? List.of()
                : Arrays.stream(triggers.split(",", -1)).map(Trigger::valueOf).toList();
    }

    @Nullable
    By answeredBy() {
        return answeredBy;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    Ended endedBecause() {
        return endedBecause;
    }

    @Nullable
    String endedReason() {
        return endedReason;
    }

    @Nullable
    StaffId endedBy() {
        return endedBy;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
