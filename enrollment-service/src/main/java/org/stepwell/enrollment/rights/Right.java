package org.stepwell.enrollment.rights;

/**
 * What a patient may ask for, and how many days an answer may take. Where the law sets no day the number is ours, short
 * enough that nobody has to ask again.
 */
enum Right {
    /** To see or have a copy, 45 CFR 164.524(b)(2). */
    ACCESS(30, 30),
    /** To have the record corrected, 45 CFR 164.526(b)(2). */
    AMENDMENT(60, 30),
    /** To learn who was told, 45 CFR 164.528(c)(1) and 42 CFR 2.25. */
    ACCOUNTING(60, 30),
    /** That something is not used or told, 42 CFR 2.26 and 45 CFR 164.522(a); the days are ours. */
    RESTRICTION(30, 0),
    /** To be reached in another way, 45 CFR 164.522(b); the days are ours, because somebody may be in danger. */
    CONFIDENTIAL_CONTACT(3, 0),
    /** A complaint, 42 CFR 2.4 and 45 CFR 164.530(d); the days are ours. */
    COMPLAINT(30, 0);

    private final int days;
    private final int extensionDays;

    Right(int days, int extensionDays) {
        this.days = days;
        this.extensionDays = extensionDays;
    }

    int days() {
        return days;
    }

    /** Days that an answer may be put off once, with a reason; 0 where it may not. */
    int extensionDays() {
        return extensionDays;
    }

    /** A complaint is resolved; everything else is granted or not. */
    boolean isAnsweredBy(RightsRequest.Outcome outcome) {
        return (this == COMPLAINT) == (outcome == RightsRequest.Outcome.RESOLVED);
    }
}
