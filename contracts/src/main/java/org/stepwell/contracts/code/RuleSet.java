package org.stepwell.contracts.code;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a week must be, and what goes with it, as a program or a payer says it. Versioned data: a change makes a new
 * version, and a week is measured under the version in force that week.
 *
 * @param code name of the preset or of the clinic's own set, such as {@code iop-standard}
 * @param version counts up with each change, from 1
 * @param weekMinutesMin treatment minutes a week, at least (SAMHSA advisory 2021: 540 for adults)
 * @param weekMinutesMax treatment minutes a week, at most (20 hours and more is another level of care)
 * @param daysMin different days a week, at least
 * @param daysMax different days a week, at most
 * @param dayMinutesMin minutes that make a day count, or null where any day counts
 * @param everyDayInFull whether each day with treatment must have the minutes that make a day count (Virginia)
 * @param gapDaysMax days without a session in a row, at most, or null where gaps do not matter
 * @param groupSharePercentOver share of minutes in groups that must be exceeded, in percent
 * @param groupEachDay whether each day with treatment must have a group (North Carolina)
 * @param basis whether planned or attended minutes are measured
 * @param noteDueHours hours after a session by which its note is signed
 * @param recertificationDays days for which a physician's certification stands, from its first day
 * @param planDays days after the first one by which a treatment plan is signed
 * @param planReviewDays days after a plan was signed by which it is reviewed
 * @param groupSize how many people a group may have
 */
public record RuleSet(
        String code,
        int version,
        int weekMinutesMin,
        int weekMinutesMax,
        int daysMin,
        int daysMax,
        @Nullable Integer dayMinutesMin,
        boolean everyDayInFull,
        @Nullable Integer gapDaysMax,
        int groupSharePercentOver,
        boolean groupEachDay,
        Basis basis,
        int noteDueHours,
        Integer recertificationDays,
        Integer planDays,
        Integer planReviewDays,
        GroupSize groupSize) {

    /** Medicare: a physician certifies again at least every 60 days. */
    public static final int RECERTIFICATION_DAYS = 60;

    /** The house's: between two sessions (Nebraska) and seven working days (Maryland). */
    public static final int PLAN_DAYS = 7;

    /** The house's: monthly, as in Washington and Nebraska; Medicare asks for it every other month. */
    public static final int PLAN_REVIEW_DAYS = 30;

    /** What was said before a rule set had these fields goes by the house's default. */
    public RuleSet {
        recertificationDays = Objects.requireNonNullElse(recertificationDays, RECERTIFICATION_DAYS);
        planDays = Objects.requireNonNullElse(planDays, PLAN_DAYS);
        planReviewDays = Objects.requireNonNullElse(planReviewDays, PLAN_REVIEW_DAYS);
        groupSize = Objects.requireNonNullElse(groupSize, GroupSize.OF_THE_HOUSE);
    }

    /** The same rules as a version of somebody's own. */
    public RuleSet as(int ownVersion) {
        return with(ownVersion, dayMinutesMin);
    }

    /** The same rules where a contract says how many minutes make a day. */
    public RuleSet withDaysOf(int minutes) {
        return with(version, minutes);
    }

    private RuleSet with(int otherVersion, @Nullable Integer otherDayMinutesMin) {
        return new RuleSet(
                code,
                otherVersion,
                weekMinutesMin,
                weekMinutesMax,
                daysMin,
                daysMax,
                otherDayMinutesMin,
                everyDayInFull,
                gapDaysMax,
                groupSharePercentOver,
                groupEachDay,
                basis,
                noteDueHours,
                recertificationDays,
                planDays,
                planReviewDays,
                groupSize);
    }

    /**
     * How many people a group may have, counted over all who come, whoever pays for them.
     *
     * @param min a group has at least so many places
     * @param soft the places of a group unless somebody says otherwise
     * @param hard a group never has more places (Medicare, LCD L33632 on group psychotherapy: 12)
     */
    public record GroupSize(int min, int soft, int hard) {

        /** Two to twelve, ten unless said: Medicare's and payers' usual limits; the ten is the house's. */
        public static final GroupSize OF_THE_HOUSE = new GroupSize(2, 10, 12);
    }

    /** Which minutes a week is measured by. */
    public enum Basis {
        ATTENDED,
        SCHEDULED
    }
}
