package org.stepwell.enrollment.reporting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many of the same people it was true of at admission and at discharge, for one {@link Outcome}. */
final class Change {

    private static final double HUNDRED = 100.0;
    private static final double TENTHS = 10.0;

    private final Outcome outcome;
    private int people;
    private int imputed;
    private int before;
    private int later;

    Change(Outcome outcome) {
        this.outcome = outcome;
    }

    /** As others see it; what is about few people is missing. */
    @Schema(name = "OutcomeChange")
    record View(
            @Schema(examples = "STABLY_HOUSED") Outcome outcome,

            @Schema(examples = "T15", description = "the table of the block grant")
            String table,

            @Schema(examples = "42", description = "who answered both times") @Nullable
            Integer people,

            @Schema(examples = "12", description = "of them, whose answer at discharge was taken from admission")
            @Nullable
            Integer imputed,

            @Schema(examples = "71.4") @Nullable Double admissionPercent,
            @Schema(examples = "88.1") @Nullable Double dischargePercent,

            @Schema(examples = "16.7", description = "in percentage points") @Nullable
            Double change) {}

    /** Counts whoever answered both times. */
    void count(ReportRows.Pair pair) {
        var was = outcome.of(pair.admission(), Moment.ADMISSION);
        var is = outcome.of(pair.discharge(), Moment.DISCHARGE);
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        people++;
        imputed += pair.imputed() ? 1 : 0;
        before += was.get() ? 1 : 0;
        later += is.get() ? 1 : 0;
    }

    View view(SmallCells cells) {
        boolean hidden = cells.hidesShare(before, people) || cells.hidesShare(later, people);
        boolean told = !hidden && people > 0;
        return new View(
                outcome,
                outcome.table(),
                cells.hides(people) ? null : Integer.valueOf(people),
                cells.hidesShare(imputed, people) ? null : Integer.valueOf(imputed),
                told ? Double.valueOf(percent(before)) : null,
                told ? Double.valueOf(percent(later)) : null,
                told ? Double.valueOf(tenth((later - before) * HUNDRED / people)) : null);
    }

    private double percent(int of) {
        return tenth(of * HUNDRED / people);
    }

    private static double tenth(double number) {
        return Math.round(number * TENTHS) / TENTHS;
    }
}
