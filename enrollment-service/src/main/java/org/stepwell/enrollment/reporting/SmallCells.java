package org.stepwell.enrollment.reporting;

/**
 * Leaves out figures about few people. Where two people were discharged from an evening track, their neighbours know who
 * they are, and "one of two was arrested" is then said of a person: a figure that names nobody tells on them all the same.
 * Eleven is the least that CMS lets stand in public figures. What remains of a whole tells as much as the part, so both
 * count; nobody at all is told, since it is about nobody.
 *
 * @param below the least number of people that is told
 */
record SmallCells(int below) {

    /** Who gets the figures. */
    enum Audience {
        /** The clinic's own people, who may look at the list of its patients anyway. */
        CLINIC,
        /** Everybody else: boards, funders, the public. */
        OTHERS
    }

    static SmallCells of(Audience audience, int below) {
        return new SmallCells(audience == Audience.CLINIC ? 1 : below);
    }

    boolean hides(long people) {
        return people > 0 && people < below;
    }

    boolean hidesShare(long part, long whole) {
        return hides(whole) || hides(part) || hides(whole - part);
    }
}
