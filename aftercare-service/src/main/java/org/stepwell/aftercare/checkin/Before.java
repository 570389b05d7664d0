package org.stepwell.aftercare.checkin;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the weeks before a check-in.
 *
 * @param missed whether the week before went by without one
 * @param risk the mean of the risk scores of the last four weeks, of those that have one
 * @param protective the same of the protective scores
 */
record Before(
        boolean missed, @Nullable Double risk, @Nullable Double protective) {

    static final Before NOTHING = new Before(false, null, null);
}
