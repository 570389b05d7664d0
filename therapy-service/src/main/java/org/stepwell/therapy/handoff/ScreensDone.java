package org.stepwell.therapy.handoff;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.therapy.drugscreen.Screens;

/** How the drug screens of a stay came out, counted. */
@Schema(name = "DischargeScreens")
record ScreensDone(
        @Schema(examples = "11", description = "specimens that have results")
        int tested,

        @Schema(examples = "2", description = "of these, in which something was found that no prescription explains")
        int unexpected,

        @Schema(examples = "1", description = "refused or missed, which says nothing of what would have been found")
        int notGiven) {

    private static final Set<String> NOT_GIVEN = Set.of("REFUSED", "MISSED");

    static ScreensDone of(List<Screens.Row> rows) {
        var screens = rows.stream().collect(groupingBy(Screens.Row::screen)).values();
        return new ScreensDone(
                count(screens, row -> row.analyte() != null),
                count(screens, row -> row.detected() && !row.expected()),
                count(screens, row -> NOT_GIVEN.contains(row.status())));
    }

    /** Those of which a row is so. */
    private static int count(Collection<List<Screens.Row>> screens, Predicate<Screens.Row> which) {
        return Math.toIntExact(
                screens.stream().filter(rows -> rows.stream().anyMatch(which)).count());
    }
}
