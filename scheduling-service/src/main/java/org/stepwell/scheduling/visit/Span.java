package org.stepwell.scheduling.visit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Some days that are asked about, both ends included. */
record Span(LocalDate first, LocalDate last) {

    static Span of(LocalDate first, @Nullable LocalDate last, int daysUnlessSaid) {
        return new Span(first, last == null ? first.plusDays(daysUnlessSaid - 1) : last);
    }

    /** Refuses days that are none, or too many. */
    Span within(int daysMax, Rule rule) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > daysMax) {
            throw new Refusal(
                    rule,
                    "From %s to %s.".formatted(first, last),
                    List.of(new FieldError("to", "from %s to %s".formatted(first, first.plusDays(daysMax - 1)))));
        }
        return this;
    }
}
