package org.stepwell.instruments;

/** An answer that can not wait for the total: which one, and what has to be done now. */
public record Alert(String code, int item, int value, String action) {}
