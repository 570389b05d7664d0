package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of items that say one thing together: the total, or a subscale.
 *
 * @param prorateMissingMax up to so many missing answers the sum is scaled up; beyond, there is no score
 * @param bands cover every possible sum once; empty where the number has no accepted ranges
 * @param bandsFor the bands of each group of people, where they differ
 * @param raisedWhen any of these puts the finding one band higher
 * @param levels what a scale finds that does not sum; the first that holds, from the gravest on
 */
public record Scale(
        String code,
        @JsonSetter(nulls = Nulls.SET) @Nullable String loinc,
        Method method,
        List<String> items,
        int prorateMissingMax,
        List<Band> bands,
        Map<String, List<Band>> bandsFor,
        List<Condition> raisedWhen,
        List<Level> levels) {

    /** How points become a score. */
    public enum Method {
        SUM,
        FIRST_LEVEL
    }

    /**
     * @param points by item; an item that was not to be asked has zero
     * @param group whose bands are asked for; null for nobody's in particular
     */
    ScaleScore score(Map<String, Integer> points, @Nullable String group) {
        return switch (method) {
            case SUM -> sum(points, group);
            case FIRST_LEVEL -> firstLevel(points);
        };
    }

    private ScaleScore sum(Map<String, Integer> points, @Nullable String group) {
        var counted = items.stream()
                .map(points::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        int answered = Math.toIntExact(counted.getCount());
        int missing = items.size() - answered;
        if (missing > prorateMissingMax) {
            return new ScaleScore(code, null, null, false);
        }
        // Half a point rounds up. The pack's check keeps prorateMissingMax below the number of items.
        int sum = Math.toIntExact(Math.round((double) counted.getSum() * items.size() / answered));
        return new ScaleScore(code, sum, finding(sum, points, group), missing > 0);
    }

    private @Nullable Finding finding(int sum, Map<String, Integer> points, @Nullable String group) {
        var theirs = group == null ? bands : bandsFor.getOrDefault(group, bands);
        for (int place = 0; place < theirs.size(); place++) {
            if (theirs.get(place).holds(sum)) {
                boolean raised = raisedWhen.stream().anyMatch(condition -> condition.holds(points));
                return theirs.get(raised ? Math.min(place + 1, theirs.size() - 1) : place)
                        .finding();
            }
        }
        return null;
    }

    /** Nothing milder is said while an answer is missing that would make it graver. */
    private ScaleScore firstLevel(Map<String, Integer> points) {
        for (var level : levels) {
            if (level.holds(points)) {
                return new ScaleScore(code, null, level.finding(), false);
            }
            if (level.when().stream()
                    .anyMatch(condition -> !points.keySet().containsAll(Set.copyOf(condition.items())))) {
                break;
            }
        }
        return new ScaleScore(code, null, null, false);
    }
}
