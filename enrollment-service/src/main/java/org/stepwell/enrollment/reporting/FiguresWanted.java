package org.stepwell.enrollment.reporting;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.stepwell.enrollment.reporting.SmallCells.Audience;

/**
 * Of which days figures are told, both included, and to whom: those about few people are kept from others than the clinic.
 */
record FiguresWanted(
        @QueryParam("from") @Parameter(required = true) @NotNull
        LocalDate from,

        @QueryParam("to") @Parameter(required = true) @NotNull
        LocalDate to,

        @QueryParam("audience") @DefaultValue("OTHERS") Audience audience) {}
