package org.stepwell.therapy.medication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an injection was given; sites take turns. */
@Schema(name = "InjectionSite")
enum InjectionSite {
    GLUTEAL_LEFT,
    GLUTEAL_RIGHT,
    ABDOMEN_LEFT_UPPER,
    ABDOMEN_RIGHT_UPPER,
    ABDOMEN_LEFT_LOWER,
    ABDOMEN_RIGHT_LOWER,
    UPPER_ARM_LEFT,
    UPPER_ARM_RIGHT,
    THIGH_LEFT,
    THIGH_RIGHT,
    BUTTOCK_LEFT,
    BUTTOCK_RIGHT
}
