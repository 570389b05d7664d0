package org.stepwell.enrollment.reporting;

/** In whose codes an extract is told. */
enum CodeSet {
    PUBLIC_USE,
    STATE
}
