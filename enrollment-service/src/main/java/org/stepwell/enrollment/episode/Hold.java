package org.stepwell.enrollment.episode;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeHeld;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * A while in which a patient is away and comes back.
 *
 * @param from the first day away
 * @param backOn the first day back, once it is known
 */
@Embeddable
record Hold(
        @Column(name = "first_day") LocalDate from,
        @Embedded Length length,
        @Column(name = "back_on") @Nullable LocalDate backOn) {

    /** Like a discharge: near enough that a mistyped year takes nobody's seats. */
    static final int DAYS_AHEAD_MAX = 7;

    /** Whoever was away unannounced is found out about after some days; what was recorded of them stays. */
    private static final int DAYS_AGO_MAX = 30;

    /** Whoever is away for longer is discharged, and comes back to a new episode. */
    private static final int DAYS_MAX = 60;

    /**
     * How long it is expected to take, and why.
     *
     * @param expectedUntil the last day on which they are expected to be away
     * @param keepSeatsUntil the last day on which their places are kept, or null where they are given back at once
     */
    @Embeddable
    record Length(
            @Column(name = "expected_until") LocalDate expectedUntil,

            @Column(name = "keep_seats_until") @Nullable LocalDate keepSeatsUntil,

            @Enumerated(EnumType.STRING) @Column(name = "reason")
            HoldReason reason) {}

    /**
     * Refuses a hold of another time.
     *
     * @param earliest the first day of the episode, or the day on which the patient was back last
     */
    void mustBePossible(LocalDate earliest, LocalDate today) {
        var first = latest(earliest, today.minusDays(DAYS_AGO_MAX));
        // Whoever is to start later can be away from their first day on.
        var last = latest(earliest, today.plusDays(DAYS_AHEAD_MAX));
        if (from.isBefore(first) || from.isAfter(last)) {
            throw new Refusal(
                    EpisodeRule.HOLD_BEGINS_NEAR,
                    "Today is %s. Choose a day from %s to %s.".formatted(today, first, last),
                    List.of(new FieldError("/from", "%s to %s".formatted(first, last))));
        }
        mustEnd(today);
    }

    private void mustEnd(LocalDate today) {
        var until = length.expectedUntil();
        var first = latest(from, today);
        var last = from.plusDays(DAYS_MAX - 1L);
        if (until.isBefore(first) || until.isAfter(last)) {
            throw new Refusal(
                    EpisodeRule.HOLD_IS_SHORT,
                    "It begins on %s, and today is %s. Whoever is away for longer is discharged."
                            .formatted(from, today),
                    List.of(new FieldError("/expectedUntil", "%s to %s".formatted(first, last))));
        }
        var keep = length.keepSeatsUntil();
        if (keep != null && (keep.isBefore(from) || keep.isAfter(until))) {
            throw new Refusal(
                    EpisodeRule.SEATS_KEPT_WHILE_AWAY,
                    "They are away from %s to %s.".formatted(from, until),
                    List.of(new FieldError("/keepSeatsUntil", "%s to %s".formatted(from, until))));
        }
    }

    /** The same for another while; the first day stays. */
    Hold takes(Length other, LocalDate today) {
        var kept = length.keepSeatsUntil();
        var lastKept = kept == null ? from.minusDays(1) : kept;
        var keep = other.keepSeatsUntil();
        if (keep != null && keep.isAfter(lastKept) && today.isAfter(lastKept)) {
            throw new Refusal(
                    EpisodeRule.SEATS_WERE_GIVEN_BACK,
                    "They were kept until %s. Leave keepSeatsUntil out; whoever is back is seated anew."
                            .formatted(lastKept));
        }
        var changed = new Hold(from, other, null);
        changed.mustEnd(today);
        return changed;
    }

    EpisodeHeld said(PatientId patient, EpisodeId episode, Instant now) {
        return new EpisodeHeld(patient, episode, from, length.expectedUntil(), length.keepSeatsUntil(), now);
    }

    Hold ended(LocalDate firstDayBack) {
        return new Hold(from, length, firstDayBack);
    }

    boolean isOpen() {
        return backOn == null;
    }

    /** Whether places are still kept for somebody who comes back on a day. */
    boolean keptSeatsFor(LocalDate firstDayBack) {
        var keep = length.keepSeatsUntil();
        return keep != null && !firstDayBack.isAfter(keep.plusDays(1));
    }

    long daysUntil(LocalDate firstDayBack) {
        return ChronoUnit.DAYS.between(from, firstDayBack);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
