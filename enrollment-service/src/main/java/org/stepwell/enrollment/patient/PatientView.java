package org.stepwell.enrollment.patient;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;

/** Who a patient is, and how they may be reached. */
@Schema(name = "PatientView")
public record PatientView(
        PatientId id,
        @Schema(examples = "Maya") String givenName,
        @Schema(examples = "Lindqvist") String familyName,
        @Schema(examples = "May") @Nullable String preferredName,
        @Schema(examples = "she/her") @Nullable String pronouns,
        @Schema(examples = "1991-04-12") LocalDate birthDate,
        @Schema(examples = "en") String language,
        boolean interpreter,
        @Schema(examples = "America/New_York") @Nullable String zone,
        @Schema(examples = "+1 555 0100") @Nullable String phone,
        @Schema(examples = "maya@example.org") @Nullable String email,
        @Schema(examples = "1 River Street") @Nullable String address,
        SafeContact contactRules,
        List<Relative> people,
        boolean consentsAsMinor) {

    static PatientView of(Patient patient, ContactBlock reach, About about) {
        var details = patient.details();
        return new PatientView(
                patient.id(),
                reach.givenName(),
                reach.familyName(),
                reach.preferredName(),
                about.pronouns(),
                reach.birthDate(),
                details.language(),
                about.interpreter(),
                details.zone(),
                reach.phone(),
                reach.email(),
                reach.address(),
                details.contactRules(),
                about.people(),
                about.consentsAsMinor());
    }
}
