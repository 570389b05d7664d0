package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;

/**
 * A day as a payer has it.
 *
 * @param authorization missing where it was billed without one
 */
public record SentDay(
        LocalDate day,
        BillingUnit unit,
        int units,
        @Nullable AuthorizationId authorization) {}
