package org.stepwell.scheduling.group;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.scheduling.calendar.Slot;

/** A group with its hours and places; by telehealth, it has no room, and its link is not shown here. */
@Schema(name = "GroupView")
record GroupView(
        GroupId id,
        String name,
        ProgramId program,
        String track,
        Modality modality,
        int capacity,
        int taken,

        @Schema(examples = "4") int fewest,

        @Nullable RoomId room,
        boolean telehealth,
        List<StaffId> facilitators,
        List<Hours> slots,

        @Schema(description = "the rule by which it meets, where not in each week", examples = "FREQ=MONTHLY;BYDAY=1FR")
        @Nullable
        String repeats,

        @Schema(
                description = "0 where it does not meet in each week: it makes up no part of anybody's week",
                examples = "540")
        int weeklyMinutes,

        List<String> units,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        GroupMix mix,
        Group.Status status) {

    /** A weekly slot, by the clinic's wall clock. */
    @Schema(name = "WeeklyHours")
    record Hours(
            @NotNull @Schema(examples = "MONDAY") DayOfWeek day,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "18:00")
            LocalTime from,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "21:00")
            LocalTime to) {

        static Hours of(Slot slot) {
            return new Hours(slot.weekday(), slot.opensAt(), slot.closesAt());
        }

        Slot slot() {
            return new Slot(day, from, to);
        }
    }
}
