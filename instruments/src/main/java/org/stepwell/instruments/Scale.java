package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of items that make one number together: the total, or a subscale.
 *
 * @param prorateMissingMax up to so many missing answers the sum is scaled up; beyond, there is no score
 * @param bands cover every possible score once; empty where the number has no accepted ranges
 */
public record Scale(
        String code,
        @JsonSetter(nulls = Nulls.SET) @Nullable String loinc,
        Method method,
        List<Integer> items,
        int prorateMissingMax,
        List<Band> bands) {

    /** How points become a score. */
    public enum Method {
        SUM
    }

    ScaleScore score(Map<Integer, Integer> pointsByItem) {
        var points = items.stream()
                .map(pointsByItem::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        int answered = Math.toIntExact(points.getCount());
        int missing = items.size() - answered;
        if (missing > prorateMissingMax) {
            return new ScaleScore(code, null, null, false);
        }
        int score = switch (method) {
            // Half a point rounds up. The pack's check keeps prorateMissingMax below the number of items.
            case SUM -> Math.toIntExact(Math.round((double) points.getSum() * items.size() / answered));
        };
        return new ScaleScore(code, score, band(score), missing > 0);
    }

    private @Nullable Band band(int score) {
        return bands.stream().filter(band -> band.holds(score)).findFirst().orElse(null);
    }
}
