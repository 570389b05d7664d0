package org.stepwell.enrollment.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.time.ZoneName;

/** What is asked at registration. */
@Schema(name = "PatientForm")
record PatientForm(
        @Schema(examples = "Maya") @NotBlank @Size(max = 100)
        String givenName,

        @Schema(examples = "Lindqvist") @NotBlank @Size(max = 100)
        String familyName,

        @Schema(examples = "1991-04-12") @NotNull LocalDate birthDate,

        @Schema(examples = "en") @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @Schema(examples = "America/New_York") @Nullable @ZoneName
        String zone,

        @Schema(examples = "+1 555 0100") @Nullable @Size(max = 40)
        String phone,

        @Schema(examples = "maya@example.org") @Nullable @Email @Size(max = 200)
        String email,

        @Schema(examples = "1 River Street") @Nullable @Size(max = 300)
        String address,

        @NotNull @Valid Rules contactRules,

        @Schema(description = "the first call that led here") @Nullable
        InquiryId inquiry) {

    /** Which ways to reach the patient are safe. */
    @Schema(name = "ContactRulesForm")
    record Rules(
            @NotNull Boolean phone,
            @NotNull Boolean textMessage,
            @NotNull Boolean email,
            @NotNull Boolean voicemail) {
        ContactRules rules() {
            return new ContactRules(phone, textMessage, email, voicemail);
        }
    }

    Patient.Details details() {
        return new Patient.Details(language, zone, contactRules.rules());
    }

    Contact.Block contact() {
        return new Contact.Block(givenName, familyName, birthDate, phone, email, address);
    }
}
