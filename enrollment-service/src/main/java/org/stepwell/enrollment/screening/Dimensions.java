package org.stepwell.enrollment.screening;

import jakarta.persistence.Embeddable;

/**
 * Risk in six dimensions, 0 (none) to 4 (severe), in the order of the third edition of the ASAM Criteria (2013); the
 * wording is our own. The fourth edition's dimensions mean something else and are never converted.
 */
@Embeddable
record Dimensions(int withdrawal, int biomedical, int emotional, int readiness, int relapse, int environment) {}
