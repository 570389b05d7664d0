package org.stepwell.aftercare.checkin;

import org.jspecify.annotations.Nullable;

/**
 * Risk and protective factors of a week, each 0 to 24, summed as the Brief Addiction Monitor (categorical scoring, VA) sums them:
 * risk from items 1, 2, 3, 8, 11 and 15, protection from items 9, 10, 12, 13, 14 and 16. The BAM asks about thirty days and we about
 * seven, so that days count as they would if all of the month were like this week. Where one of the six was not said there is no score:
 * the BAM is not prorated.
 *
 * @param risk null where too little was said
 * @param protective null where too little was said
 */
record Scores(@Nullable Integer risk, @Nullable Integer protective) {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_OF_THE_BAM = 30;
    private static final int INCOME = 4;

    /** From how many of thirty days on the BAM gives 1, 2, 3 and 4. */
    private static final int[] STEPS_FROM = {1, 4, 9, 16};

    static Scores of(Answers said) {
        return new Scores(
                sum(
                        said.health(),
                        step(said.sleep()),
                        step(most(said.lowDays(), said.angryDays(), said.anxiousDays())),
                        said.cravings(),
                        step(said.riskyDays()),
                        said.conflict()),
                sum(
                        said.confidence(),
                        step(said.meetings()),
                        said.spirituality(),
                        step(said.workDays()),
                        said.income() == null ? null : Integer.valueOf(said.income() ? INCOME : 0),
                        step(said.supportiveDays())));
    }

    /** Days of a week as the 0 to 4 of the BAM; several meetings of a day are seven days at most. */
    static @Nullable Integer step(@Nullable Integer days) {
        if (days == null) {
            return null;
        }
        double ofThirty = (double) Math.min(days, DAYS_OF_A_WEEK) * DAYS_OF_THE_BAM / DAYS_OF_A_WEEK;
        int step = 0;
        while (step < STEPS_FROM.length && Math.round(ofThirty) >= STEPS_FROM[step]) {
            step++;
        }
        return step;
    }

    /** The BAM asks for days of any of them: there were at least as many as of the one with the most. */
    private static @Nullable Integer most(@Nullable Integer... days) {
        @Nullable Integer most = null;
        for (var some : days) {
            if (some != null && (most == null || some > most)) {
                most = some;
            }
        }
        return most;
    }

    private static @Nullable Integer sum(@Nullable Integer... items) {
        int sum = 0;
        for (var item : items) {
            if (item == null) {
                return null;
            }
            sum += item;
        }
        return sum;
    }
}
