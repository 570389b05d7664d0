package org.stepwell.contracts.code;

/** What a payer counts. Nothing is rounded up: a unit is billed when all of it was given. */
public enum BillingUnit {
    /** A program day, whatever its length, once it is long enough for the payer. */
    DAY(0),
    HOUR(60),
    QUARTER_HOUR(15);

    private final int minutes;

    BillingUnit(int minutes) {
        this.minutes = minutes;
    }

    /**
     * The units of one day.
     *
     * @param attended the minutes of treatment on that day
     * @param dayMinutesMin minutes that make it a program day; below, nothing of it is billed as intensive outpatient
     */
    public int unitsOf(int attended, int dayMinutesMin) {
        if (attended <= 0 || attended < dayMinutesMin) {
            return 0;
        }
        return this == DAY ? 1 : attended / minutes;
    }

    /** The least minutes of a day that these units stand for. */
    public int minutesOf(int units, int dayMinutesMin) {
        return this == DAY ? units * dayMinutesMin : Math.max(units * minutes, dayMinutesMin);
    }
}
