package org.stepwell.instruments;

import org.jspecify.annotations.Nullable;

/** The points of one scale; points and band are null when too many of its answers are missing. */
public record ScaleScore(
        String scale, @Nullable Integer points, @Nullable Band band, boolean prorated) {}
