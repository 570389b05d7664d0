package org.stepwell.therapy.career;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** Skills that were worked on. */
@Schema(name = "CareerSkillWork")
record SkillWorkView(
        LocalDate date,

        @Schema(description = "missing where it was in none") @Nullable
        SessionId session,

        List<Skill> skills,
        StaffId recordedBy,
        Instant recordedAt) {}
