package org.stepwell.enrollment.billing;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of which days lines are shown, both included. */
record BilledDays(
        @QueryParam("from") @Parameter(required = true) @NotNull
        LocalDate from,

        @QueryParam("to") @Parameter(required = true) @NotNull
        LocalDate to) {}
