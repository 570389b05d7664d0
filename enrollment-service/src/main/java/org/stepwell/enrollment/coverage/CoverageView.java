package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.PayerId;

/** A patient's policy with a payer, with the numbers on the card. */
@Schema(name = "CoverageView")
record CoverageView(
        CoverageId id,
        PatientId patient,
        PayerId payer,
        Coverage.Priority priority,
        @Schema(examples = "Silver PPO") String plan,
        @Schema(examples = "NHP-5550123") String memberNumber,

        @Schema(examples = "MILL-7") @Nullable String groupNumber,

        @Schema(description = "whose policy it is, where it is not the patient's own") @Nullable
        Subscriber subscriber,

        LocalDate firstDay,
        @Nullable LocalDate lastDay,

        @Schema(description = "where it was entered by mistake") @Nullable
        Withdrawn withdrawn) {

    static CoverageView of(Coverage coverage, Coverage.Words words) {
        return new CoverageView(
                coverage.id(),
                coverage.patient(),
                coverage.payer(),
                coverage.priority(),
                words.plan(),
                words.memberNumber(),
                words.groupNumber(),
                words.subscriber(),
                coverage.firstDay(),
                coverage.lastDay(),
                coverage.withdrawn());
    }
}
