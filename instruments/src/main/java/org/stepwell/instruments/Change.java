package org.stepwell.instruments;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come between two totals of an instrument.
 *
 * @param points after minus before; below zero is better where a high total is bad
 * @param response the total dropped by the share that counts as a response; null where nobody agreed on one
 * @param remission the later total is so low that it counts as remission; null where nobody agreed on a mark
 * @param meaningful the total moved, up or down, by more than chance explains
 */
public record Change(
        int points, @Nullable Boolean response, @Nullable Boolean remission, boolean meaningful) {}
