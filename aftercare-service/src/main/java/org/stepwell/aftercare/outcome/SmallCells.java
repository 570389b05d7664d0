package org.stepwell.aftercare.outcome;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Keeps counts of few people out of reports, which others pass on: a count from 1 to one below the setting is not shown, nor is one that
 * follows from the difference of two that are. With the setting at 1, all are.
 */
@Singleton
public class SmallCells {

    private static final double HUNDRED = 100.0;
    private static final double TENTHS = 10.0;

    private final int below;

    SmallCells(@ConfigProperty(name = "stepwell.reporting.small-cells-below", defaultValue = "11") int below) {
        this.below = below;
    }

    /**
     * So many of so many.
     *
     * @param of the denominator; null where it is withheld
     * @param count null where it is withheld
     * @param percent with one decimal; null without a denominator, or where it is withheld
     */
    @Schema(name = "Share")
    public record Share(
            @Schema(examples = "40") @Nullable Integer of,
            @Schema(examples = "14") @Nullable Integer count,
            @Schema(examples = "35.0") @Nullable Double percent,

            @Schema(description = "something is not shown, because it is about few people", examples = "false")
            boolean withheld) {}

    /** A count, or nothing where it is small. */
    public @Nullable Integer shown(int count) {
        return isSmall(count) ? null : (Integer) count;
    }

    /** A share, as far as it may be shown. */
    public Share share(int count, int of) {
        if (isSmall(of)) {
            return new Share(null, null, null, true);
        }
        if (isSmall(count) || isSmall(of - count)) {
            return new Share(of, null, null, true);
        }
        return new Share(of, count, percent(count, of), false);
    }

    /**
     * What so many were asked, with those who could not be asked: they are counted apart, and taken for neither.
     *
     * @param due whom it should be known of
     * @param percentOfDue the yes of all of them
     * @param percentOfAnswered the yes of those who answered
     */
    @Schema(name = "AnswerCounts")
    public record Counts(
            @Schema(examples = "40") @Nullable Integer due,
            @Schema(examples = "14") @Nullable Integer yes,
            @Schema(examples = "12") @Nullable Integer no,
            @Schema(examples = "14") @Nullable Integer missing,
            @Schema(examples = "35.0") @Nullable Double percentOfDue,
            @Schema(examples = "53.8") @Nullable Double percentOfAnswered,

            @Schema(description = "something is not shown, because it is about few people", examples = "false")
            boolean withheld) {}

    /** The answers of those who were due, as far as they may be shown. */
    public Counts counts(int yes, int answered, int due) {
        if (isSmall(due)) {
            return new Counts(null, null, null, null, null, null, true);
        }
        int no = answered - yes;
        int missing = due - answered;
        if (isSmall(yes) || isSmall(no) || isSmall(missing)) {
            return new Counts(due, null, null, null, null, null, true);
        }
        return new Counts(due, yes, no, missing, percent(yes, due), percent(yes, answered), false);
    }

    private static @Nullable Double percent(int count, int of) {
        return of == 0 ? null : (Double) (Math.round(HUNDRED * TENTHS * count / of) / TENTHS);
    }

    private boolean isSmall(int count) {
        return count > 0 && count < below;
    }
}
