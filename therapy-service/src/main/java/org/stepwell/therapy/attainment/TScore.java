package org.stepwell.therapy.attainment;

import java.util.List;

/**
 * The summary of several scales in one number: 50 where all came as far as expected, about 10 for each standard deviation.
 * T = 50 + 10 * sum(w x) / sqrt((1 - r) * sum(w^2) + r * (sum w)^2), with r = 0.3 between the scales (Kiresuk and Sherman,
 * "Goal attainment scaling", Community Mental Health Journal 4, 1968).
 */
final class TScore {

    private static final double MIDDLE = 50;
    private static final double DEVIATION = 10;
    private static final double BETWEEN_SCALES = 0.3;
    private static final double HUNDRED = 100;

    private TScore() {}

    /** How far somebody came on a scale, and how much that scale weighs. */
    record Attained(int weight, Level level) {}

    /** Of one scale or more, to two decimals. */
    static double of(List<Attained> scales) {
        if (scales.isEmpty()) {
            throw new IllegalArgumentException("no scale, no score");
        }
        double attained = scales.stream()
                .mapToDouble(one -> one.weight() * one.level().points())
                .sum();
        double squares = scales.stream()
                .mapToDouble(one -> (double) one.weight() * one.weight())
                .sum();
        double weights = scales.stream().mapToDouble(Attained::weight).sum();
        double spread = Math.sqrt((1 - BETWEEN_SCALES) * squares + BETWEEN_SCALES * weights * weights);
        return rounded(MIDDLE + DEVIATION * attained / spread);
    }

    /** To two decimals. */
    static double rounded(double score) {
        return Math.round(score * HUNDRED) / HUNDRED;
    }
}
