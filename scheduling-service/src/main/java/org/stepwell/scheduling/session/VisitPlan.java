package org.stepwell.scheduling.session;

import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;

/**
 * What the visits of a series have in common.
 *
 * @param kind of the seat: VISIT in the program, AFTERCARE after it
 * @param room none where nobody comes in, as by phone
 */
public record VisitPlan(
        PatientId patient,
        EpisodeId episode,
        Seat.Kind kind,
        Modality modality,
        StaffId clinician,
        @Nullable RoomId room) {}
