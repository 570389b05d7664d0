package org.stepwell.scheduling.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet.GroupSize;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.scheduling.session.Venue;

/** A group to open. */
@Schema(name = "GroupForm")
record GroupForm(
        @NotBlank @Size(max = 80) @Schema(examples = "Evening group A")
        String name,

        @NotNull ProgramId program,

        @NotBlank @Size(max = 40) @Schema(examples = "evening")
        String track,

        @NotNull @Schema(examples = "GROUP_THERAPY") Modality modality,

        @Schema(examples = "12", description = CAPACITY) @Nullable @Min(2) @Max(15)
        Integer capacity,

        @Schema(examples = "4", description = FEWEST) @Nullable @Min(1) @Max(15)
        Integer fewest,

        @Nullable @Schema(description = ROOM) RoomId room,

        @Nullable
        @Size(max = 500)
        @Pattern(regexp = GroupVenues.LINK, message = "a link that begins with https://")
        @Schema(examples = "https://meet.example.org/evening-group-a", description = LINK)
        String meetingLink,

        @NotNull @Size(min = 1, max = 3) Set<@NotNull StaffId> facilitators,

        @NotEmpty @Size(max = 14) List<GroupView.@NotNull @Valid Hours> slots,

        @Schema(examples = "FREQ=MONTHLY;BYDAY=1FR", description = REPEATS) @Nullable @Size(min = 1, max = 200)
        String repeats,

        @Schema(examples = "[\"Triggers\", \"Coping with craving\"]", description = UNITS) @Nullable @Size(max = 60)
        List<@NotBlank @Size(max = 80) String> units,

        @NotNull @Schema(examples = "2026-03-02") LocalDate startsOn,
        @Nullable LocalDate endsOn,

        @Schema(description = MIX) @Nullable @Valid GroupMix mix)
        implements GroupShape {

    GroupPlan plan(GroupSize size, Venue venue) {
        return plan(new Kept(program, track, modality, startsOn, endsOn), size, venue);
    }
}
