package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.stepwell.contracts.id.CoverageId;

/** What covers days. */
public interface Covering {

    /** Which coverage it is. */
    CoverageId coverage();

    /** Who is billed first. */
    Coverage.Priority priority();

    /** Whether it covers a day. */
    boolean covers(LocalDate day);

    /**
     * Who is billed for a day: whoever it was sent to stays the one until it is voided there, and else whoever is billed first of those who cover it.
     *
     * @param sent to whom the day was sent, and who has it still
     */
    static <C extends Covering> Optional<C> billed(Collection<C> all, LocalDate day, Predicate<CoverageId> sent) {
        return all.stream()
                .filter(one -> one.covers(day) || sent.test(one.coverage()))
                .min(Comparator.<C, Boolean>comparing(one -> !sent.test(one.coverage()))
                        .thenComparing(Covering::priority));
    }
}
