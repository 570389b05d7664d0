package org.stepwell.aftercare.recheck;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.stepwell.platform.problem.Refusal;

/** The recheck of one quarter: asked for on its day, then answered, or not reached a month later. */
@Entity
class Recheck {

    private static final int MONTHS = 3;
    private static final int OPENS_DAYS_BEFORE = 14;
    private static final int CLOSES_DAYS_AFTER = 30;

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
        this.dueOn = dueOn(beganOn, number);
        this.status = Status.SCHEDULED;
    }

    /** The day of a quarter after a beginning. */
    static LocalDate dueOn(LocalDate began, int number) {
        return began.plusMonths((long) MONTHS * number);
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
    void end() {
        become(Status.ENDED);
    }

    /** Records the answers, on {@code today} of the clinic. */
    Verdict answer(RecheckAnswers said, int useDays, By by, LocalDate today, Instant now) {
        if (today.isBefore(opensOn())) {
            throw new Refusal(
                    RecheckRule.RECHECK_NOT_OPEN_YET, "It is due on %s and opens on %s.".formatted(dueOn, opensOn()));
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
            throw new Refusal(
                    RecheckRule.RECHECK_IS_OVER,
                    "The recheck due on %s is %s. The next one is asked for in its quarter.".formatted(dueOn, status));
        }
        status = next;
    }

    /** From this moment on the clinic's clock somebody is asked to reach them. */
    Instant fallsAt(ZoneId zone) {
        return dueOn.atStartOfDay(zone).toInstant();
    }

    /** From this moment on they count as not reached. */
    Instant closesAt(ZoneId zone) {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }

    LocalDate opensOn() {
        return dueOn.minusDays(OPENS_DAYS_BEFORE);
    }

    LocalDate lastDay() {
        return dueOn.plusDays(CLOSES_DAYS_AFTER);
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

    LocalDate dueOn() {
        return dueOn;
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
}
