package org.stepwell.therapy.handoff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which questionnaires are taken at the end of a treatment: those that it began with, or else the three of the house. */
final class LastMeasures {

    /** What follows a treatment; of each line one is enough, because they ask about the same. */
    private static final List<List<String>> FOLLOWED =
            List.of(List.of("PHQ-9"), List.of("GAD-7"), List.of("BAM", "BAM-R"), List.of("PCL-5"), List.of("BARC-10"));

    /** Asked of whoever was asked nothing before. */
    private static final List<List<String>> OF_THE_HOUSE = FOLLOWED.subList(0, 3);

    private LastMeasures() {}

    /**
     * Those that are still to be taken.
     *
     * @param lastTaken by the codes of all that were taken in the episode, the day on which they were taken last
     * @param from the first day on which one counts as one of the end
     */
    static List<String> missing(Map<String, LocalDate> lastTaken, LocalDate from) {
        var begun = FOLLOWED.stream()
                .filter(same -> same.stream().anyMatch(lastTaken::containsKey))
                .toList();
        return (begun.isEmpty() ? OF_THE_HOUSE : begun)
                .stream()
                        .filter(same -> same.stream().noneMatch(code -> isLate(lastTaken.get(code), from)))
                        .map(same -> same.stream()
                                .filter(lastTaken::containsKey)
                                .findFirst()
                                .orElseGet(same::getFirst))
                        .toList();
    }

    private static boolean isLate(@Nullable LocalDate taken, LocalDate from) {
        return taken != null && !taken.isBefore(from);
    }
}
