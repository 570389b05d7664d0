package org.stepwell.therapy.medication;

import java.time.LocalDate;

/**
 * An opioid that somebody had.
 *
 * @param on the last day of it
 * @param lasts whether it lasts long, as methadone and buprenorphine do
 */
public record OpioidUse(LocalDate on, boolean lasts) {}
