package org.stepwell.instruments;

/** From which answer to one item on an alert is raised, whatever the total. */
public record AlertRule(String code, int item, int atLeast, String action) {}
