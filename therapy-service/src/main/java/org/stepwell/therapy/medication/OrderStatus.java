package org.stepwell.therapy.medication;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an order stands, in the words of FHIR's MedicationRequest. */
@Schema(name = "MedicationOrderStatus")
enum OrderStatus {
    DRAFT,
    ACTIVE,
    ON_HOLD,
    STOPPED,
    COMPLETED,
    ENTERED_IN_ERROR;

    Set<OrderStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ACTIVE, ENTERED_IN_ERROR);
            case ACTIVE -> EnumSet.of(ON_HOLD, STOPPED, COMPLETED, ENTERED_IN_ERROR);
            case ON_HOLD -> EnumSet.of(ACTIVE, STOPPED, COMPLETED, ENTERED_IN_ERROR);
            case STOPPED, COMPLETED -> EnumSet.of(ENTERED_IN_ERROR);
            case ENTERED_IN_ERROR -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether it is to be taken now, or is only put off. */
    boolean goesOn() {
        return this == ACTIVE || this == ON_HOLD;
    }

    boolean isOver() {
        return this == STOPPED || this == COMPLETED || this == ENTERED_IN_ERROR;
    }
}
