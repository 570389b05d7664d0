package org.stepwell.instruments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** At least {@code count} of these items make at least {@code atLeast} points each. */
public record Condition(List<String> items, int atLeast, int count) {

    boolean holds(Map<String, Integer> points) {
        return items.stream().filter(item -> reached(points, item)).count() >= count;
    }

    /** The first item that does. */
    Optional<String> first(Map<String, Integer> points) {
        return items.stream().filter(item -> reached(points, item)).findFirst();
    }

    private boolean reached(Map<String, Integer> points, String item) {
        return points.getOrDefault(item, Integer.MIN_VALUE) >= atLeast;
    }
}
