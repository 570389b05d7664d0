package org.stepwell.aftercare.weeklytherapy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.StaffId;

/** The weekly therapy of a plan, and which days were kept. */
@Schema(name = "WeeklyTherapyView")
record TherapyView(
        AftercarePlanId plan,

        @Schema(description = "missing where nobody has said it yet")
        WeeklyTherapy.@Nullable Place place,

        @Schema(description = "who gives it here") @Nullable StaffId clinician,

        @Schema(description = "who gives it elsewhere") @Nullable
        String therapist,

        @Nullable LocalDate startsOn,

        @Schema(description = "days without therapy; missing where there is none to go to", examples = "4") @Nullable
        Integer daysWithout,

        @Schema(description = "whether that is two weeks running")
        boolean gap,

        @Schema(description = "of the last thirteen weeks, newest first")
        List<TherapyDays.Day> days,

        @Nullable Instant saidAt,

        @Schema(description = "to whom of the staff; missing where the patient wrote it down") @Nullable
        StaffId writtenBy) {}
