package org.stepwell.therapy.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which of six dimensions a problem belongs to, in the order of the third edition of the ASAM Criteria (2013) and by the names
 * that a screening here has; the wording is our own. The fourth edition's dimensions mean something else, and none is turned
 * into one of these.
 */
@Schema(name = "PlanDimension")
enum PlanDimension {
    WITHDRAWAL,
    BIOMEDICAL,
    EMOTIONAL,
    READINESS,
    RELAPSE,
    ENVIRONMENT
}
