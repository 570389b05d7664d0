package org.stepwell.scheduling.fidelity;

import java.util.List;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/**
 * A week under one of its rule sets, for a search for make-ups.
 *
 * @param expected the week if every seat ahead is used
 */
record HeldWeek(Standard standard, WeekTally expected) {

    static HeldWeek of(Standard standard, WeekMeasure.Facts facts) {
        return new HeldWeek(standard, WeekTally.counted(standard.rules(), facts).with(facts.ahead()));
    }

    /** Whether it has what it needs with some sessions more. */
    boolean isMetWith(List<Choice> more) {
        return with(more).unmet().isEmpty();
    }

    private WeekTally with(List<Choice> more) {
        return expected.with(standard.counted(more));
    }

    /**
     * The fewest of these sessions that could be enough, each need seen by itself; one more than {@code most} where not even so
     * many could. Most weeks that are lost are seen to be so here, without trying any.
     */
    int fewest(List<Choice> choices, int most) {
        if (hasTooMuch() || leavesAGap(choices)) {
            return most + 1;
        }
        var offered = new Offered(most);
        for (var one : choices) {
            if (standard.counts(one.day(), one.modality())) {
                offered.add(expected.dayOfWeek(one.day()), one);
            }
        }
        int size = 1;
        while (size <= most && !couldBeEnough(offered, size)) {
            size++;
        }
        return size;
    }

    /** More sessions take nothing away. */
    private boolean hasTooMuch() {
        var unmet = expected.unmet();
        return unmet.contains(Need.WEEK_MINUTES_AT_MOST) || unmet.contains(Need.DAYS_AT_MOST);
    }

    private boolean leavesAGap(List<Choice> choices) {
        return standard.rules().gapDaysMax() != null && with(choices).unmet().contains(Need.GAP);
    }

    private boolean couldBeEnough(Offered offered, int size) {
        int inGroups = offered.minutesInGroups(size);
        return expected.minutes() + offered.minutes(size) >= standard.rules().weekMinutesMin()
                && expected.days() + daysFilled(offered, size)
                        >= standard.rules().daysMin()
                && expected.exceedsShare(expected.groupMinutes() + inGroups, expected.minutes() + inGroups);
    }

    /** A session fills one day at most; a day that none fills by itself takes two. */
    private int daysFilled(Offered offered, int size) {
        int byOne = 0;
        for (int day = 0; day < WeekTally.DAYS_IN_WEEK; day++) {
            int minutes = expected.minutesOn(day);
            int least = expected.dayMinutesMin();
            byOne += minutes < least && minutes + offered.longestOn(day) >= least ? 1 : 0;
        }
        return size <= byOne ? size : byOne + (size - byOne) / 2;
    }
}
