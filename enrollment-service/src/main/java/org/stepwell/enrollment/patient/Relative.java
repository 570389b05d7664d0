package org.stepwell.enrollment.patient;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody near the patient. Nothing is told to them by standing here: that takes a consent, or an emergency. */
@Schema(name = "PatientRelative")
public record Relative(
        @Schema(examples = "Tomas Lindqvist") @NotBlank @Size(max = 120)
        String name,

        @Schema(examples = "PARENT") @NotNull Relationship relationship,

        @Schema(examples = "+1 555 0101") @Nullable @Pattern(regexp = PatientForm.PHONE)
        String phone,

        @Schema(description = "holds legal authority over a minor, or was appointed for an adult") @NotNull
        Boolean guardian,

        @Schema(description = "to be called when the patient is in danger") @NotNull
        Boolean inEmergency) {

    /** What somebody is to the patient. */
    public enum Relationship {
        PARENT,
        GUARDIAN,
        SPOUSE_OR_PARTNER,
        SIBLING,
        CHILD,
        OTHER_FAMILY,
        FRIEND,
        OTHER
    }
}
