package org.stepwell.contracts.code;

import org.jspecify.annotations.Nullable;

/**
 * What a week must be, as a program or a payer says it. Versioned data: a change makes a new version, and a week is
 * measured under the version in force that week.
 *
 * @param code name of the preset or of the clinic's own set, such as {@code iop-standard}
 * @param version counts up with each change, from 1
 * @param weekMinutesMin treatment minutes a week, at least (SAMHSA advisory 2021: 540 for adults)
 * @param weekMinutesMax treatment minutes a week, at most (20 hours and more is another level of care)
 * @param daysMin different days a week, at least
 * @param daysMax different days a week, at most
 * @param dayMinutesMin minutes that make a day count, or null where any day counts
 * @param gapDaysMax days without a session in a row, at most, or null where gaps do not matter
 * @param groupSharePercentOver share of minutes in groups that must be exceeded, in percent
 * @param basis whether planned or attended minutes are measured
 * @param noteDueHours hours after a session by which its note is signed
 */
public record RuleSet(
        String code,
        int version,
        int weekMinutesMin,
        int weekMinutesMax,
        int daysMin,
        int daysMax,
        @Nullable Integer dayMinutesMin,
        @Nullable Integer gapDaysMax,
        int groupSharePercentOver,
        Basis basis,
        int noteDueHours) {

    /** The same rules as a version of somebody's own. */
    public RuleSet as(int ownVersion) {
        return new RuleSet(
                code,
                ownVersion,
                weekMinutesMin,
                weekMinutesMax,
                daysMin,
                daysMax,
                dayMinutesMin,
                gapDaysMax,
                groupSharePercentOver,
                basis,
                noteDueHours);
    }

    /** Which minutes a week is measured by. */
    public enum Basis {
        ATTENDED,
        SCHEDULED
    }
}
