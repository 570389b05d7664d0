package org.stepwell.scheduling.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.Closures.Closure;

/** Public holidays of the United States and its states, as a library knows them: suggestions, of which a clinic takes what it keeps. */
@Singleton
class Holidays {

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("us"));

    /**
     * Those of a year, in order.
     *
     * @param state such as {@code ny}; refused where there is none
     */
    List<Closure> of(int year, String state) {
        if (!holidays.getCalendarHierarchy().getChildren().containsKey(state)) {
            throw new Refusal(
                    CalendarRule.STATE_UNKNOWN,
                    "Send the two letters of a state, such as ny.",
                    List.of(new FieldError("state", "the two letters of a state")));
        }
        return holidays.getHolidays(Year.of(year), state).stream()
                .map(holiday -> new Closure(holiday.getDate(), holiday.getDescription(Locale.US)))
                .sorted(Comparator.comparing(Closure::day).thenComparing(Closure::name))
                .toList();
    }
}
