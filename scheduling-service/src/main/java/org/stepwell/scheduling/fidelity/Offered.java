package org.stepwell.scheduling.fidelity;

import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

/** The most that sessions could add to a week. Plain numbers, because a board asks it of everybody in a program. */
final class Offered {

    private final int[] longest;
    private final int[] longestInGroups;
    private final int[] longestOn = new int[WeekTally.DAYS_IN_WEEK];

    /** @param most how many sessions are looked at together */
    Offered(int most) {
        this.longest = new int[most];
        this.longestInGroups = new int[most];
    }

    /** @param day of the week, from 0 on */
    void add(int day, Choice one) {
        keep(longest, one.minutes());
        if (one.inGroup()) {
            keep(longestInGroups, one.minutes());
        }
        longestOn[day] = Math.max(longestOn[day], one.minutes());
    }

    /** The longest are kept, in order. */
    private static void keep(int[] longest, int minutes) {
        int next = minutes;
        for (int i = 0; i < longest.length && next > 0; i++) {
            int here = longest[i];
            longest[i] = Math.max(here, next);
            next = Math.min(here, next);
        }
    }

    /** Minutes of the longest so many. */
    int minutes(int size) {
        return sum(longest, size);
    }

    int minutesInGroups(int size) {
        return sum(longestInGroups, size);
    }

    int longestOn(int day) {
        return longestOn[day];
    }

    private static int sum(int[] longest, int size) {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += longest[i];
        }
        return sum;
    }
}
