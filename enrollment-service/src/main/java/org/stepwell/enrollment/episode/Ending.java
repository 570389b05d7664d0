package org.stepwell.enrollment.episode;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargeCorrected;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** How a treatment ended: its last day, why, and the waiver where nobody accepted a next step. */
@Embeddable
record Ending(
        @Column(name = "last_day") LocalDate lastDay,

        @Enumerated(EnumType.STRING) @Column(name = "discharge_reason")
        DischargeReason reason,

        @Enumerated(EnumType.STRING) @Column(name = "discharge_waiver") @Nullable
        DischargeWaiver waiver) {

    /** Long enough to prepare a goodbye, too short for a mistyped year to leave somebody without aftercare. */
    private static final int DAYS_AHEAD_MAX = 7;

    private static final Set<DischargeWaiver> OUT_OF_REACH =
            EnumSet.of(DischargeWaiver.DEATH, DischargeWaiver.INCARCERATION, DischargeWaiver.NO_CONTACT);

    /** To more care than ours, or out of the door. */
    private static final Set<DischargeReason> GOES_ANYWAY = EnumSet.of(
            DischargeReason.STEP_UP_INPATIENT,
            DischargeReason.STEP_UP_RESIDENTIAL,
            DischargeReason.MEDICAL,
            DischargeReason.AGAINST_ADVICE);

    void mustBePossible(@Nullable LocalDate start, boolean nextStepAccepted, LocalDate today) {
        notBefore(start, lastDay, "/lastDay");
        var latest = today.plusDays(DAYS_AHEAD_MAX);
        if (lastDay.isAfter(latest)) {
            throw new Refusal(
                    EpisodeRule.LAST_DAY_TOO_FAR_AHEAD,
                    "Today is %s. Plan the discharge now, and discharge when the last day is near.".formatted(today),
                    List.of(new FieldError("/lastDay", "at most %s".formatted(latest))));
        }
        if (waiver != null && waiver.reason() != reason) {
            throw new Refusal(
                    EpisodeRule.WAIVER_FITS_REASON,
                    "The waiver %s goes with the reason %s (not %s).".formatted(waiver, waiver.reason(), reason),
                    List.of(new FieldError("/waiver", "goes with the reason " + waiver.reason())));
        }
        if (waiver == null && !nextStepAccepted) {
            throw new Refusal(
                    EpisodeRule.ACCEPTED_NEXT_STEP_REQUIRED,
                    "Plan the discharge, let somebody accept a next step on or after %s, or give a waiver."
                            .formatted(lastDay));
        }
    }

    /**
     * Nobody leaves before their last session; whoever is not reached any more left with it, because the state counts to the last
     * contact face to face.
     */
    void mustFit(Optional<LocalDate> lastVisit) {
        var visit = lastVisit.orElse(null);
        if (visit != null && lastDay.isBefore(visit)) {
            throw new Refusal(
                    EpisodeRule.LAST_DAY_AFTER_LAST_VISIT,
                    "They were in a session on %s.".formatted(visit),
                    List.of(new FieldError("/lastDay", "%s or later".formatted(visit))));
        }
        if (visit != null && reason == DischargeReason.NO_CONTACT && lastDay.isAfter(visit)) {
            throw new Refusal(
                    EpisodeRule.NOT_REACHED_SINCE_LAST_VISIT,
                    "They were last here on %s.".formatted(visit),
                    List.of(new FieldError("/lastDay", visit.toString())));
        }
    }

    /** Whether somebody can still look after the patient before they go, and nobody else does so from now on. */
    boolean canBeAsked() {
        return !GOES_ANYWAY.contains(reason) && (waiver == null || !OUT_OF_REACH.contains(waiver));
    }

    boolean isDeath() {
        return reason == DischargeReason.DECEASED || waiver == DischargeWaiver.DEATH;
    }

    void mustBeOverBy(@Nullable LocalDate nextStart) {
        if (nextStart != null && lastDay.isAfter(nextStart)) {
            throw new Refusal(
                    EpisodeRule.EPISODES_DO_NOT_OVERLAP,
                    "The next episode began on %s.".formatted(nextStart),
                    List.of(new FieldError("/lastDay", "at most %s".formatted(nextStart))));
        }
    }

    EpisodeDischarged said(PatientId patient, EpisodeId episode, Instant now) {
        return new EpisodeDischarged(patient, episode, lastDay, reason, waiver, now);
    }

    DischargeCorrected saidAnew(PatientId patient, EpisodeId episode, Instant now) {
        return new DischargeCorrected(patient, episode, lastDay, reason, waiver, now);
    }

    static void notBefore(@Nullable LocalDate start, LocalDate day, String field) {
        if (start != null && day.isBefore(start)) {
            throw new Refusal(
                    EpisodeRule.LAST_DAY_BEFORE_START,
                    "It started on %s.".formatted(start),
                    List.of(new FieldError(field, "%s or later".formatted(start))));
        }
    }
}
