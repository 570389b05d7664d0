package org.stepwell.scheduling.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiPredicate;
import org.stepwell.scheduling.visit.Need.Turn;

/**
 * What is needed held against what is booked: each visit is counted once, first for whoever is named in the plan, then for
 * whoever stands in. A visit that the patient missed counts for nothing, so that it is needed again.
 *
 * @param besides visits that nothing asks for
 */
record Tally(List<Line> lines, List<Visit> besides) {

    /** A turn, and the visits for it, in order. */
    record Line(Turn turn, List<Visit> visits) {
        int missing() {
            return turn.need().times() - visits.size();
        }
    }

    /** @param visits in the order in which they are, at least all of these turns */
    static Tally of(List<Turn> turns, List<Visit> visits) {
        var left =
                new ArrayList<>(visits.stream().filter(visit -> !visit.missed()).toList());
        var lines = new LinkedHashMap<Turn, List<Visit>>();
        // The shortest turns first: they have the fewest visits to choose from.
        turns.stream()
                .sorted(Comparator.<Turn>comparingInt(turn -> turn.need().everyWeeks())
                        .thenComparing(Turn::from)
                        .thenComparing(turn -> turn.need().askedBy())
                        .thenComparingInt(turn -> turn.need().place()))
                .forEach(turn -> lines.put(turn, new ArrayList<>()));
        lines.forEach((turn, found) -> take(turn, found, left, Turn::isMetByWhoeverIsNamed));
        lines.forEach((turn, found) -> take(turn, found, left, Turn::isMetBy));
        return new Tally(
                lines.entrySet().stream()
                        .map(one -> new Line(one.getKey(), List.copyOf(one.getValue())))
                        .sorted(Comparator.<Line, java.time.LocalDate>comparing(
                                        line -> line.turn().from())
                                .thenComparing(line -> line.turn().need().askedBy())
                                .thenComparingInt(line -> line.turn().need().place()))
                        .toList(),
                List.copyOf(left));
    }

    private static void take(Turn turn, List<Visit> found, List<Visit> left, BiPredicate<Turn, Visit> met) {
        left.stream()
                .filter(visit -> met.test(turn, visit))
                .limit(turn.need().times() - found.size())
                .forEach(found::add);
        left.removeAll(found);
    }
}
