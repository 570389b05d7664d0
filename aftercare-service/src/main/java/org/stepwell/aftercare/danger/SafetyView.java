package org.stepwell.aftercare.danger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** What stands about a patient. */
@Schema(name = "AftercareSafetyView")
record SafetyView(
        PatientId patient,

        @Schema(
                description = "whom to call at any hour",
                examples = "Call or text 988 at any hour (Suicide and Crisis Lifeline). In danger, call 911.")
        String helpNow,

        @Schema(description = "whether a thought or a risk was ever found: the screener is asked at each contact then")
        boolean askAtEachContact,

        List<FlagView> flags,

        @Schema(examples = "[]", description = "what other services raised and have not cleared: the flag, and who")
        List<String> elsewhere,

        List<ScreenView> screens) {

    /** A warning that aftercare raised. */
    @Schema(name = "AftercareFlagView")
    record FlagView(
            UUID id,

            @Schema(examples = "1", description = "counts each time it is raised; If-Match of its clearance names it")
            int version,

            FlagName flag,
            Instant raisedAt,
            Instant lastRaisedAt,
            @Nullable Instant clearedAt,
            @Nullable StaffId clearedBy,

            @Schema(
                    examples = "SAFETY_PLAN_IN_PLACE",
                    description = "what came of it; SCREENER_TAKEN where a thought was asked about")
            @Nullable
            String disposition,

            @Schema(examples = "Spoke for half an hour; no plan, no means.", description = "to staff only") @Nullable
            String assessment) {}

    /** A screener that was asked. */
    @Schema(name = "SuicideScreenView")
    record ScreenView(
            MeasureId id,
            Instant takenAt,

            @Schema(description = "NONE, LOW, MODERATE or HIGH", examples = "NONE")
            String risk,

            StaffId recordedBy,
            Instant recordedAt) {

        static ScreenView of(SuicideScreens.Screen screen) {
            return new ScreenView(
                    screen.id(), screen.takenAt(), screen.risk(), screen.recordedBy(), screen.recordedAt());
        }
    }
}
