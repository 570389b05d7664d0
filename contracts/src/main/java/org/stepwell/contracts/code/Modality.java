package org.stepwell.contracts.code;

/** The six treatments of an IOP, and the two services around them that count as treatment time. */
public enum Modality {
    GROUP_THERAPY,
    INDIVIDUAL_THERAPY,
    MOTIVATIONAL_INTERVIEWING,
    MEDICATION_MANAGEMENT,
    CAREER_ASSISTANCE,
    TWELVE_STEP_PREPARATION,
    PSYCHOEDUCATION,
    FAMILY_THERAPY
}
