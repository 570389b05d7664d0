package org.stepwell.contracts.code;

/** What may bring somebody back to using, as they know it of themselves. The list is our own. */
public enum RelapseTrigger {
    CRAVING,
    STRESS,
    CONFLICT,
    LONELINESS,
    BOREDOM,
    LOW_MOOD,
    ANXIETY,
    ANGER,
    GRIEF,
    PAIN,
    POOR_SLEEP,
    PEOPLE_WHO_USE,
    PLACES,
    MONEY_IN_HAND,
    CELEBRATION,
    OTHER
}
