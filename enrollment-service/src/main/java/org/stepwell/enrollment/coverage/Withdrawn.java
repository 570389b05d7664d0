package org.stepwell.enrollment.coverage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.Refusal;

/** That something was entered by mistake, and never held. */
@Embeddable
@Schema(name = "CoverageWithdrawn")
public record Withdrawn(
        @Enumerated(EnumType.STRING) @Column(name = "withdrawn_because")
        Because because,

        @Schema(examples = "intake:019a0000-0000-7000-8000-0000000000c2") @Column(name = "withdrawn_by")
        String by,

        @Column(name = "withdrawn_at") Instant at) {

    /** Refuses anything more of what was taken back. */
    static void mustBeNone(@Nullable Withdrawn withdrawn, CoverageRule rule) {
        if (withdrawn != null) {
            throw new Refusal(rule, "It was withdrawn at %s; enter the one that holds.".formatted(withdrawn.at()));
        }
    }

    /** Why it never held. */
    @Schema(name = "CoverageWithdrawnBecause")
    public enum Because {
        ANOTHER_PATIENTS,
        ANOTHER_PAYERS,
        ENTERED_TWICE,
        NEVER_GRANTED
    }
}
