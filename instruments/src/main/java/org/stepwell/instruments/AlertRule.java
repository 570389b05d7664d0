package org.stepwell.instruments;

import java.util.List;

/**
 * When single answers ask for something, whatever the total.
 *
 * @param safety somebody may be in danger
 * @param when all of these hold
 * @param unless none of these holds
 * @param action what is to be done then
 */
public record AlertRule(String code, boolean safety, List<Condition> when, List<Condition> unless, String action) {}
