package org.stepwell.scheduling.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet.GroupSize;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.Recurrence;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.session.Venue;

/** What a group is opened with. */
record GroupPlan(
        String name,
        ProgramId program,
        String track,
        Modality modality,
        int capacity,
        int fewest,
        Venue venue,
        Set<StaffId> facilitators,
        List<Slot> slots,
        @Nullable Recurrence repeats,
        List<String> units,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Takes takes) {

    /** The places a group is opened with, by the rules of its program; as many as is usual where nobody says a number. */
    static int places(@Nullable Integer asked, GroupSize size) {
        if (asked == null) {
            return size.soft();
        }
        if (asked < size.min() || asked > size.hard()) {
            throw new Refusal(
                    GroupRule.GROUP_SIZE,
                    "The program's rules allow from %d to %d places, not %d.".formatted(size.min(), size.hard(), asked),
                    List.of(new FieldError("/capacity", "from %d to %d".formatted(size.min(), size.hard()))));
        }
        return asked;
    }

    /** How many a session is to have at least; as the program's rules say where nobody says a number. */
    static int fewest(@Nullable Integer asked, int places, GroupSize size) {
        if (asked == null) {
            return Math.min(size.min(), places);
        }
        if (asked > places) {
            throw new Refusal(
                    GroupRule.FEWEST_FIT_IN,
                    "It has %d places.".formatted(places),
                    List.of(new FieldError("/fewest", "at most " + places)));
        }
        return asked;
    }

    /** Refuses hours and days that can not be. */
    void require() {
        requireEndAfterStart(startsOn, endsOn);
        if (Set.copyOf(units).size() < units.size()) {
            throw new Refusal(
                    GroupRule.UNITS_ARE_TOLD_APART,
                    "Two of them have the same name. Number those that go on, such as Coping 1 and Coping 2.",
                    List.of(new FieldError("/units", "each unit once")));
        }
        if (repeats != null) {
            repeats.require(slots);
        }
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (!slot.opensAt().isBefore(slot.closesAt())) {
                throw new Refusal(
                        GroupRule.SLOT_ENDS_AFTER_IT_STARTS,
                        "%s from %s to %s.".formatted(slot.weekday(), slot.opensAt(), slot.closesAt()));
            }
            if (slots.subList(0, i).stream().anyMatch(slot::overlaps)) {
                throw new Refusal(
                        GroupRule.SLOTS_APART,
                        "%s at %s is in another slot.".formatted(slot.weekday(), slot.opensAt()));
            }
        }
    }

    static void requireEndAfterStart(LocalDate first, @Nullable LocalDate last) {
        if (last != null && last.isBefore(first)) {
            throw new Refusal(
                    GroupRule.ENDS_AFTER_IT_STARTS, "It starts on %s and can not end on %s.".formatted(first, last));
        }
    }
}
