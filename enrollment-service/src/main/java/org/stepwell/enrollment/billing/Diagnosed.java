package org.stepwell.enrollment.billing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis for which a patient is treated, from a day to a day.
 *
 * @param last missing while it stands
 */
record Diagnosed(String code, LocalDate from, @Nullable LocalDate last) {

    /**
     * The codes that stand on the claim of a day: of what stood on it; where nothing did, because it was written down later, of
     * what stands since.
     */
    static List<String> on(LocalDate day, List<Diagnosed> all) {
        var then = codes(
                all,
                one -> !one.from().isAfter(day)
                        && (one.last() == null || !one.last().isBefore(day)));
        return then.isEmpty() ? codes(all, one -> one.last() == null) : then;
    }

    /** Whether each of these codes is one that the patient has or had; what was entered wrongly is none of them. */
    static boolean all(Collection<String> codes, List<Diagnosed> all) {
        return codes(all, _ -> true).containsAll(codes);
    }

    private static List<String> codes(List<Diagnosed> all, Predicate<Diagnosed> which) {
        return all.stream().filter(which).map(Diagnosed::code).distinct().toList();
    }
}
