package org.stepwell.suite.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure. Either percentiles or a value; {@code baseline} is the same without us in the same run, and
 * {@code ratio} what we take of it, because machines are noisy.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figure(
        String name,
        String unit,
        int n,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99,
        @Nullable Double value,
        @Nullable Double baseline,
        @Nullable Double ratio,
        String budget) {

    /** Percentiles of single measurements, beside the median of the baseline's. */
    static Figure times(String name, String unit, double[] ours, double[] bare, String budget) {
        var sorted = ours.clone();
        Arrays.sort(sorted);
        var baseline = bare.clone();
        Arrays.sort(baseline);
        var p50 = at(sorted, 0.50);
        var base = at(baseline, 0.50);
        return new Figure(
                name,
                unit,
                ours.length,
                p50,
                at(sorted, 0.95),
                at(sorted, 0.99),
                null,
                base,
                rounded(p50 / base),
                budget);
    }

    /** One value beside its baseline; no baseline where there is nothing bare to compare with. */
    static Figure value(String name, String unit, int n, double value, @Nullable Double baseline, String budget) {
        return new Figure(
                name,
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

    private static double at(double[] sorted, double share) {
        return rounded(sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))]);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
