package org.stepwell.therapy.outreach;

import java.util.EnumSet;
import java.util.Set;

/** The steps of the ladder, in the order in which they come. */
enum Rung {
    SAME_DAY_CONTACT,
    THERAPIST_CALL,
    /** In place of the first two, while somebody may be in danger. */
    WELFARE_CHECK,
    TEAM_REVIEW,
    CERTIFIED_LETTER,
    /** That the episode ends because nobody has contact: people decide, never a clock. */
    DISCHARGE_PROPOSAL;

    /** Those that nobody needs any more once this one is asked for. */
    Set<Rung> supersedes() {
        return switch (this) {
            case SAME_DAY_CONTACT, TEAM_REVIEW -> EnumSet.noneOf(Rung.class);
            case THERAPIST_CALL -> EnumSet.of(SAME_DAY_CONTACT);
            case WELFARE_CHECK, CERTIFIED_LETTER -> EnumSet.of(SAME_DAY_CONTACT, THERAPIST_CALL);
            case DISCHARGE_PROPOSAL -> EnumSet.of(SAME_DAY_CONTACT, THERAPIST_CALL, TEAM_REVIEW, CERTIFIED_LETTER);
        };
    }

    /** Whether it is asked for again as another day is missed; all others once in an absence. */
    boolean isAskedEachDay() {
        return this == SAME_DAY_CONTACT || this == WELFARE_CHECK;
    }

    /** Whether an attempt to reach the patient is what is asked for; all else is work at a desk. */
    boolean isContact() {
        return this == SAME_DAY_CONTACT || this == THERAPIST_CALL || this == WELFARE_CHECK;
    }
}
