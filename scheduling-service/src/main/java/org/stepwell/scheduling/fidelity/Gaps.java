package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rows of days without treatment that reach into a week, looking one week back.
 *
 * @param daysInARow for each day of the week, how many days in a row were without treatment up to it; 0 on a day with
 */
record Gaps(List<Integer> daysInARow) {

    private static final int DAYS_IN_WEEK = 7;

    static Gaps of(Set<LocalDate> treated, LocalDate weekStart, LocalDate notBefore) {
        var lastWeek = weekStart.minusDays(DAYS_IN_WEEK);
        var rows = new ArrayList<Integer>();
        int row = 0;
        for (var day = notBefore.isAfter(lastWeek) ? notBefore : lastWeek;
                day.isBefore(weekStart.plusDays(DAYS_IN_WEEK));
                day = day.plusDays(1)) {
            row = treated.contains(day) ? 0 : row + 1;
            if (!day.isBefore(weekStart)) {
                rows.add(row);
            }
        }
        return new Gaps(List.copyOf(rows));
    }

    int longestDays() {
        return daysInARow.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** True where a row grew too long on a day of this week; one that was too long before was last week's. */
    boolean grewOver(int daysMax) {
        return daysInARow.contains(daysMax + 1);
    }
}
