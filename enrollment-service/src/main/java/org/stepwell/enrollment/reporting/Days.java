package org.stepwell.enrollment.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The days a report is about, both included. */
public record Days(LocalDate from, LocalDate to) {

    private static final int DAYS_MAX = 366;

    /**
     * Refuses days that have not come, or too many of them.
     *
     * @param where what stands before the names of the two: a slash in a form, nothing in a query
     */
    public static Days past(LocalDate from, LocalDate to, LocalDate today, String where) {
        var errors = new ArrayList<FieldError>();
        if (to.isAfter(today)) {
            errors.add(new FieldError(where + "to", "today (%s) or before".formatted(today)));
        }
        if (to.isBefore(from)) {
            errors.add(new FieldError(where + "to", "on or after the first day (%s)".formatted(from)));
        }
        if (to.isAfter(from.plusDays(DAYS_MAX - 1))) {
            errors.add(new FieldError(where + "to", "at most %d days from %s on".formatted(DAYS_MAX, from)));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(ReportRule.PERIOD_IS_PAST, "From %s to %s.".formatted(from, to), errors);
        }
        return new Days(from, to);
    }
}
