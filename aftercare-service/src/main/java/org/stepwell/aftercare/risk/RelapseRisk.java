package org.stepwell.aftercare.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.RelapseRiskId;

/**
 * What was said about one week of somebody, once it was over, with all that it was said by.
 *
 * @param week the day on which its check-in was due
 * @param change points against the look before; null where either look abstained
 */
record RelapseRisk(
        RelapseRiskId id,
        AftercarePlanId plan,
        LocalDate week,
        RiskLevel level,
        @Nullable Integer points,
        @Nullable Integer change,
        Look.@Nullable Abstains abstains,
        Signs signs,
        Instant lookedAt) {

    private static final String AND = ",";
    private static final String IS = "=";

    /** The factors that add points, the most first. */
    List<Factor> adding() {
        return signs.weighed().stream()
                .filter(weighed -> weighed.points() > 0)
                .sorted(Comparator.comparingInt(Signs.Weighed::points).reversed())
                .map(Signs.Weighed::factor)
                .toList();
    }

    /** What nobody said. */
    Set<Factor> notKnown() {
        var missing = EnumSet.allOf(Factor.class);
        missing.removeAll(signs.values().keySet());
        return missing;
    }

    /** The factors and their values in one column. */
    String written() {
        return signs.values().entrySet().stream()
                .map(entry -> entry.getKey() + IS + entry.getValue())
                .collect(Collectors.joining(AND));
    }

    static Signs read(String written) {
        var values = new EnumMap<Factor, Integer>(Factor.class);
        Arrays.stream(written.split(AND, -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int is = pair.indexOf(IS);
            values.put(Factor.valueOf(pair.substring(0, is)), Integer.valueOf(pair.substring(is + 1)));
        });
        return new Signs(values);
    }
}
