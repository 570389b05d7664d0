package org.stepwell.instruments;

/**
 * An answer that asks for something whatever the total: which one, and what has to be done now.
 *
 * @param safety somebody may be in danger
 */
public record Alert(String code, boolean safety, String item, int value, String action) {}
