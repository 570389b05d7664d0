package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;

/** What was approved, and how much of it is used. */
@Schema(name = "AuthorizationView")
public record AuthorizationView(
        AuthorizationId id,
        CoverageId coverage,
        PatientId patient,
        BillingUnit unit,
        @Schema(examples = "30") int units,
        LocalDate firstDay,
        LocalDate lastDay,
        @Schema(examples = "AUTH-7731") String reference,
        BurnDown burnDown,

        @Schema(description = "where it was entered by mistake") @Nullable
        Withdrawn withdrawn) {

    static AuthorizationView of(Authorization authorization, String reference, BurnDown burnDown) {
        var approved = authorization.approved();
        return new AuthorizationView(
                authorization.id(),
                authorization.coverage(),
                authorization.patient(),
                approved.unit(),
                approved.units(),
                approved.firstDay(),
                approved.lastDay(),
                reference,
                burnDown,
                authorization.withdrawn());
    }
}
