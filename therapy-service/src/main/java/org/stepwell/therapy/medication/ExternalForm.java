package org.stepwell.therapy.medication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.formulary.Substance;

/** What somebody takes that nobody here ordered. */
@Schema(name = "ExternalMedicationForm")
record ExternalForm(
        @Schema(examples = "OTHER", description = "what checks and drug screens go by; OTHER for anything else")
        @NotNull
        Substance substance,

        @Schema(examples = "Lisinopril") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "10 mg in the morning") @Nullable @Size(max = 500)
        String howTaken,

        @Schema(
                examples = "Dr. Lopez, family practice",
                description = "who gives it; for methadone the opioid treatment program, by its name")
        @Nullable
        @Size(max = 300)
        String givenBy,

        @Schema(examples = "2026-01-05") @NotNull LocalDate since,

        @Schema(description = "the last day, once there is one") @Nullable
        LocalDate until) {

    /** What is sealed of it. */
    record Words(
            String name,
            @Nullable String howTaken,
            @Nullable String givenBy) {}

    Words words() {
        return new Words(name, howTaken, givenBy);
    }

    void mustHold(LocalDate today) {
        if (since.isAfter(today)) {
            throw MedicationRule.TAKEN_ELSEWHERE_SINCE_A_DAY_THAT_CAME.at(
                    "/since", "%s at the latest".formatted(today));
        }
        if (until != null && until.isBefore(since)) {
            throw MedicationRule.TAKEN_ELSEWHERE_SINCE_A_DAY_THAT_CAME.at(
                    "/until", "%s at the earliest".formatted(since));
        }
        if (substance == Substance.METHADONE && (givenBy == null || givenBy.isBlank())) {
            throw MedicationRule.METHADONE_NAMES_ITS_PROGRAM.at("/givenBy", "Name the opioid treatment program.");
        }
    }
}
