package org.stepwell.enrollment.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.code.BillingUnit;

/** All that an authorization said from one change to the next. */
@Schema(name = "AuthorizationVersion")
record AuthorizationVersion(
        @Schema(examples = "0") int version,
        BillingUnit unit,
        @Schema(examples = "30") int units,
        LocalDate firstDay,
        LocalDate lastDay,
        @Schema(examples = "AUTH-7731") String reference,

        @Schema(examples = "intake:019a0000-0000-7000-8000-0000000000c2")
        String changedBy,

        Instant changedAt) {}
