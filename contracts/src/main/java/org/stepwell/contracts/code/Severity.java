package org.stepwell.contracts.code;

/** How severe a substance use disorder is, or was before its remission. */
public enum Severity {
    MILD,
    MODERATE,
    SEVERE
}
