package org.stepwell.instruments;

import java.util.List;

/**
 * A number that a person gives, both ends included.
 *
 * @param unit what is counted: days, nights, points
 * @param anchors what some of the numbers mean
 * @param steps how many points a number makes; none where it counts as it is
 */
public record WholeNumber(int from, int to, String unit, List<Anchor> anchors, List<Step> steps) {

    /** What a number means. */
    public record Anchor(int value, String label) {}

    /** The points of all numbers up to this one, from the step before on. */
    public record Step(int upTo, int points) {}

    int points(int value) {
        return steps.stream()
                .filter(step -> value <= step.upTo())
                .findFirst()
                .map(Step::points)
                .orElse(value);
    }
}
