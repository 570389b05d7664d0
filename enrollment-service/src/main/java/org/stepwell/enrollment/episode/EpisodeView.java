package org.stepwell.enrollment.episode;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;

/** An episode as staff and the patient see it. */
@Schema(name = "EpisodeView")
record EpisodeView(
        EpisodeId id,
        PatientId patient,
        @Nullable EpisodeId previous,
        ProgramId program,
        String track,
        EpisodeStatus status,
        Instant waitingSince,
        @Nullable LocalDate start,
        @Nullable LocalDate targetEnd,
        PlacementAnswered.@Nullable Outcome placement,
        @Nullable Integer placementMissingMinutes,
        @Nullable Instant readyForStepDownAt,
        @Nullable LocalDate plannedEnd,
        @Nullable DischargeReason plannedReason,
        @Nullable String plannedNextLevel,
        @Nullable LocalDate lastDay,
        @Nullable DischargeReason dischargeReason,
        @Nullable DischargeWaiver dischargeWaiver) {}
