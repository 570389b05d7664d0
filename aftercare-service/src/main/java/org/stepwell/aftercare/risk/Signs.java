package org.stepwell.aftercare.risk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.RiskChanged.RiskLevel;

/**
 * What is known of somebody's last weeks, as one whole number for each factor that is known. Worse in one of them never means
 * fewer points.
 */
record Signs(Map<Factor, Integer> values) {

    /** From so many points on it is moderate, and high; ours, and to be held against a clinic's own calibration. */
    static final int MODERATE_FROM = 6;

    static final int HIGH_FROM = 12;

    Signs {
        var copy = new EnumMap<Factor, Integer>(Factor.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** A factor with what was said, and what that adds. */
    record Weighed(Factor factor, int value) {
        int points() {
            return factor.points(value);
        }
    }

    int points() {
        return weighed().stream().mapToInt(Weighed::points).sum();
    }

    /** All that is known, in the order in which it is published. */
    List<Weighed> weighed() {
        return values.entrySet().stream()
                .map(entry -> new Weighed(entry.getKey(), entry.getValue()))
                .toList();
    }

    static RiskLevel levelOf(int points) {
        if (points >= HIGH_FROM) {
            return RiskLevel.HIGH;
        }
        return points >= MODERATE_FROM ? RiskLevel.MODERATE : RiskLevel.LOW;
    }

    /** Puts in what is known. */
    static void put(Map<Factor, Integer> values, Factor factor, @Nullable Integer value) {
        if (value != null) {
            values.put(factor, value);
        }
    }
}
