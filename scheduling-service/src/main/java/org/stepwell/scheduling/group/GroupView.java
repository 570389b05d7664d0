package org.stepwell.scheduling.group;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
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

        @Schema(description = "the hours that go on, from slotsFrom where that day is said")
        List<Hours> slots,

        @Schema(
                description = "the day from which on it meets at these hours, where that is still to come",
                examples = "2026-05-04")
        @Nullable
        LocalDate slotsFrom,

        @Schema(description = "the hours until that day; empty where no change is to come")
        List<Until> slotsBefore,

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

    /** The hours until a day, where others were announced. */
    @Schema(name = "WeeklyHoursUntil")
    record Until(@Schema(examples = "2026-05-03") LocalDate through, List<Hours> slots) {
        static List<Until> of(SortedMap<LocalDate, List<Slot>> byLastDay) {
            return byLastDay.entrySet().stream()
                    .map(one -> new Until(one.getKey(), Hours.of(one.getValue())))
                    .toList();
        }
    }

    /** A weekly slot, by the clinic's wall clock. */
    @Schema(name = "WeeklyHours")
    record Hours(
            @NotNull @Schema(examples = "MONDAY") DayOfWeek day,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "18:00")
            LocalTime from,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "21:00")
            LocalTime to) {

        static List<Hours> of(List<Slot> slots) {
            return slots.stream()
                    .map(slot -> new Hours(slot.weekday(), slot.opensAt(), slot.closesAt()))
                    .toList();
        }

        Slot slot() {
            return new Slot(day, from, to);
        }
    }
}
