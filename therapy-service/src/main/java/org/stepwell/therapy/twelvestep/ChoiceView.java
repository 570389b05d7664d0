package org.stepwell.therapy.twelvestep;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;

/** What a patient chose, and when. */
@Schema(name = "ChosenFellowships")
record ChoiceView(
        Choice choice,
        Instant chosenAt,

        @Schema(description = "by themselves, in their account")
        boolean byPatient,

        @Schema(description = "with whom of the staff, otherwise") @Nullable
        StaffId writtenBy) {}
