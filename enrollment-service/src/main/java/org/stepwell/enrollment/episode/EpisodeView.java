package org.stepwell.enrollment.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;

/** An episode as those who treat the patient, and the patient, see it. */
@Schema(name = "EpisodeView")
public record EpisodeView(
        EpisodeId id,
        PatientId patient,
        @Nullable EpisodeId previous,
        ProgramId program,
        String track,
        EpisodeStatus status,
        WaitingPriority priority,
        Instant waitingSince,

        @Schema(
                examples = "FOUND_CARE_ELSEWHERE",
                description = "of whoever does not wait any more and did not come in")
        @Nullable
        WithdrawalReason withdrawalReason,

        @Schema(description = "of whoever was admitted and never came: what was to be their first day") @Nullable
        LocalDate awaitedFrom,

        @Schema(description = "and the last day on which they were expected") @Nullable
        LocalDate awaitedUntil,

        @Nullable LocalDate start,
        @Nullable LocalDate targetEnd,
        List<CareTeamChanged.Member> careTeam,
        PlacementAnswered.@Nullable Outcome placement,
        @Nullable Integer placementMissingMinutes,
        @Nullable Integer placementMissingDays,
        @Nullable HoldView onHold,
        @Nullable Instant readyForStepDownAt,
        @Nullable LocalDate plannedEnd,
        @Nullable DischargeReason plannedReason,
        @Nullable String plannedNextLevel,
        @Nullable LocalDate lastDay,
        @Nullable DischargeReason dischargeReason,
        @Nullable DischargeWaiver dischargeWaiver,

        @Schema(description = "since when the discharge summary is signed; missing while therapy owes it") @Nullable
        Instant dischargeSummarySignedAt) {

    static EpisodeView of(Episode episode) {
        var placement = episode.placement();
        var plan = episode.leaving().dischargePlan();
        var ending = episode.leaving().ending();
        var neverCame = episode.neverCame();
        return new EpisodeView(
                episode.id(),
                episode.patient(),
                episode.previous(),
                episode.program(),
                episode.track(),
                episode.status(),
                episode.priority(),
                episode.waitingSince(),
                episode.withdrawalReason(),
                neverCame == null ? null : neverCame.from(),
                neverCame == null ? null : neverCame.until(),
                episode.stay().start(),
                episode.stay().targetEnd(),
                episode.members(),
                placement == null ? null : placement.outcome(),
                placement == null ? null : placement.missingMinutes(),
                placement == null ? null : placement.missingDays(),
                episode.openHold().map(HoldView::of).orElse(null),
                episode.leaving().readyForStepDownAt(),
                plan == null ? null : plan.targetDate(),
                plan == null ? null : plan.reason(),
                plan == null ? null : plan.nextLevel(),
                ending == null ? null : ending.lastDay(),
                ending == null ? null : ending.reason(),
                ending == null ? null : ending.waiver(),
                episode.leaving().summarySignedAt());
    }

    /** A while in which the patient is away. */
    @Schema(name = "HoldView")
    record HoldView(
            LocalDate from,
            LocalDate expectedUntil,

            @Schema(description = "the last day on which places are kept; missing where they were given back at once")
            @Nullable
            LocalDate keepSeatsUntil,

            HoldReason reason) {

        static HoldView of(Hold hold) {
            var length = hold.length();
            return new HoldView(hold.from(), length.expectedUntil(), length.keepSeatsUntil(), length.reason());
        }
    }

    /** A line in a list: who waits, who is in; why somebody left stands with the episode. */
    @Schema(name = "EpisodeLine")
    record Line(
            EpisodeId id,
            PatientId patient,
            ProgramId program,
            String track,
            EpisodeStatus status,
            Instant waitingSince,
            @Nullable LocalDate start,
            @Nullable LocalDate targetEnd,
            PlacementAnswered.@Nullable Outcome placement) {

        static Line of(Episode episode) {
            var placement = episode.placement();
            return new Line(
                    episode.id(),
                    episode.patient(),
                    episode.program(),
                    episode.track(),
                    episode.status(),
                    episode.waitingSince(),
                    episode.stay().start(),
                    episode.stay().targetEnd(),
                    placement == null ? null : placement.outcome());
        }
    }
}
