package org.stepwell.therapy.medication;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.problem.FieldError;

/** An order, and what is held against it as long as it is a draft. */
@Schema(name = "CheckedMedicationOrder")
record CheckedOrder(
        OrderView order,
        List<Finding> findings,

        @Schema(description = "what the checks ask before it can be ordered")
        List<FieldError> asks) {}
