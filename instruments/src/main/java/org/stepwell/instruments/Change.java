package org.stepwell.instruments;

/**
 * How far somebody has come between two totals of an instrument.
 *
 * @param points after minus before; below zero is better where a high total is bad
 * @param response the total dropped by the share that counts as a response
 * @param remission the later total is so low that it counts as remission
 * @param meaningful the total moved, up or down, by more than chance explains
 */
public record Change(int points, boolean response, boolean remission, boolean meaningful) {}
