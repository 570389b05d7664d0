package org.stepwell.enrollment.diagnosis;

/** How severe a substance use disorder is, or was before its remission. */
enum Severity {
    MILD,
    MODERATE,
    SEVERE
}
