package org.stepwell.enrollment.coverage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose policy it is, where it is not the patient's own.
 *
 * @param relationship what the patient is to them
 */
@Schema(name = "CoverageSubscriber")
public record Subscriber(
        @Schema(examples = "Tomas") @NotBlank @Size(max = 100)
        String givenName,

        @Schema(examples = "Lindqvist") @NotBlank @Size(max = 100)
        String familyName,

        @Schema(examples = "1962-09-30") @NotNull LocalDate birthDate,

        @Schema(examples = "CHILD", description = "what the patient is to them") @NotNull
        Relationship relationship) {

    /** What the patient is to whoever holds the policy, as claims say it. */
    @Schema(name = "CoverageRelationship")
    public enum Relationship {
        SPOUSE,
        CHILD,
        OTHER
    }
}
