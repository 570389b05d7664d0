package org.stepwell.scheduling.calendar;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Hours of a weekday, as they are sent: when the clinic is open, when somebody works. */
@Schema(name = "WeeklyHours")
public record WeeklyHours(
        @NotNull @Schema(examples = "MONDAY") DayOfWeek day,
        @NotNull @Schema(examples = "09:00") LocalTime from,
        @NotNull @Schema(examples = "21:30") LocalTime to) {

    /** The same hours, as they repeat. */
    public Slot slot() {
        return new Slot(day, from, to);
    }

    /** The same hours, as they are sent. */
    public static WeeklyHours of(Slot slot) {
        return new WeeklyHours(slot.weekday(), slot.opensAt(), slot.closesAt());
    }

    /** Refuses hours that end before they begin, or that are in other ones. */
    public static void mustBePossible(List<WeeklyHours> all) {
        var wrong = new ArrayList<FieldError>();
        for (int place = 0; place < all.size(); place++) {
            var one = all.get(place);
            if (!one.from().isBefore(one.to())) {
                wrong.add(new FieldError("/hours/%d/to".formatted(place), "after %s".formatted(one.from())));
            } else if (all.subList(0, place).stream()
                    .anyMatch(other -> other.slot().overlaps(one.slot()))) {
                wrong.add(new FieldError("/hours/%d/from".formatted(place), "after the hours before"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(CalendarRule.HOURS_CAN_BE, "Correct %d of them.".formatted(wrong.size()), wrong);
        }
    }

    /** Whether some hours lie in others; where there are no others, anything does. */
    public static boolean hold(Collection<Slot> hours, Collection<Slot> wanted) {
        return hours.isEmpty()
                || wanted.stream()
                        .allMatch(slot -> hours.stream()
                                .anyMatch(open -> open.weekday() == slot.weekday()
                                        && !open.opensAt().isAfter(slot.opensAt())
                                        && !open.closesAt().isBefore(slot.closesAt())));
    }
}
