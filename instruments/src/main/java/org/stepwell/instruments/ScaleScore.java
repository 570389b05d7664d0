package org.stepwell.instruments;

import org.jspecify.annotations.Nullable;

/**
 * What one scale says.
 *
 * @param points null when too many of its answers are missing, or when it finds without counting
 * @param finding null when too many of its answers are missing, or when nobody agreed on what its points mean
 * @param prorated the points were scaled up for missing answers
 */
public record ScaleScore(
        String scale, @Nullable Integer points, @Nullable Finding finding, boolean prorated) {}
