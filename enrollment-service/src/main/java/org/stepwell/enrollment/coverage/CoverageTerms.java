package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;

/**
 * From when a coverage holds, and in which turn.
 *
 * @param lastDay null as long as it goes on
 * @param at where a form says it; empty where it is the form
 */
record CoverageTerms(
        Coverage.Priority priority,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String at) {

    FieldError wrong(String field, String advice) {
        return new FieldError(at + "/" + field, advice);
    }
}
