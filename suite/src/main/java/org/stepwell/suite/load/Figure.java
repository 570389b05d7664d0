package org.stepwell.suite.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.suite.Service;

/**
 * One measured figure. Either percentiles or a value; {@code baseline} is the same without us in the same run, and
 * {@code ratio} what we take of it, because machines are noisy.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figure(
        String name,
        @Nullable String service,
        String unit,
        int n,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99,
        @Nullable Double value,
        @Nullable Double baseline,
        @Nullable Double ratio,
        String budget) {

    /** Percentiles of single measurements, beside the middle of the baseline's. */
    static Figure times(String name, String unit, List<Double> ours, List<Double> bare, String budget) {
        var sorted = ours.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double base = middle(bare);
        double p50 = at(sorted, 0.50);
        return new Figure(
                name,
                null,
                unit,
                sorted.length,
                p50,
                at(sorted, 0.95),
                at(sorted, 0.99),
                null,
                rounded(base),
                rounded(p50 / base),
                budget);
    }

    /** One value beside its baseline; no baseline where there is nothing bare to compare with. */
    static Figure value(String name, String unit, int n, double value, @Nullable Double baseline, String budget) {
        return new Figure(
                name,
                null,
                unit,
                n,
                null,
                null,
                null,
                rounded(value),
                baseline == null ? null : rounded(baseline),
                baseline == null ? null : rounded(value / baseline),
                budget);
    }

    /** For whoever waits for the others. */
    String inShort() {
        return "p50 %s %s, p95 %s, %s times the bare".formatted(p50, unit, p95, ratio);
    }

    /** The same figure, of one service. */
    Figure of(Service measured) {
        return new Figure(name, measured.title(), unit, n, p50, p95, p99, value, baseline, ratio, budget);
    }

    /** The one in the middle. */
    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double at(double[] sorted, double share) {
        return rounded(sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))]);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
