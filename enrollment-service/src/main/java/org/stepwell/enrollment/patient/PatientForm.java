package org.stepwell.enrollment.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Era;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.time.ZoneName;

/** What is asked at registration. */
@Schema(name = "PatientForm")
record PatientForm(
        @Schema(examples = "Maya") @NotBlank @Size(max = 100)
        String givenName,

        @Schema(examples = "Lindqvist") @NotBlank @Size(max = 100)
        String familyName,

        @Schema(description = "how the patient wants to be called", examples = "May") @Nullable @Size(max = 100)
        String preferredName,

        @Schema(examples = "she/her") @Nullable @Size(max = 40)
        String pronouns,

        @Schema(examples = "1991-04-12") @NotNull LocalDate birthDate,

        @Schema(examples = "en") @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @Schema(description = "whether an interpreter is needed") @Nullable
        Boolean interpreter,

        @Schema(examples = "America/New_York") @Nullable @ZoneName
        String zone,

        @Schema(examples = "+1 555 0100") @Nullable @Pattern(regexp = PatientForm.PHONE)
        String phone,

        @Schema(examples = "maya@example.org") @Nullable @Email @Size(max = 200)
        String email,

        @Schema(examples = "1 River Street") @Nullable @Size(max = 300)
        String address,

        @NotNull @Valid SafeContact contactRules,

        @Schema(description = "who is near them: whoever is responsible for a minor, and whom to call in an emergency")
        @Nullable
        @Size(max = 8)
        List<@NotNull @Valid Relative> people,

        @Schema(
                description =
                        "where the law of the state lets this minor consent to treatment alone; then no guardian has"
                                + " to be known, and none is told")
        @Nullable
        Boolean consentsAsMinor,

        @Schema(description = "the first call that led here") @Nullable
        InquiryId inquiry,

        @Schema(description = "patients who look like this one, and are somebody else") @Nullable @Size(max = 50)
        Set<@NotNull PatientId> notTheSameAs) {

    static final String PHONE = "\\+?[0-9][0-9 ()./-]{5,24}";

    /** Refuses what can not be so on a day. */
    void mustMakeSense(LocalDate today) {
        if (!birthDate.isBefore(today) || !Era.holds(birthDate)) {
            throw new Refusal(
                    PatientRule.BORN_IN_THE_FUTURE,
                    "Check the birth date.",
                    List.of(new FieldError("/birthDate", "must be in the past, and after the year 1899")));
        }
        contactRules.mustMakeSense();
        if (Age.isMinor(birthDate, today) && !about().hasGuardian() && !about().consentsAsMinor()) {
            throw new Refusal(
                    PatientRule.MINOR_HAS_A_GUARDIAN,
                    "Name a guardian, or say that the law lets them consent alone (consentsAsMinor).",
                    List.of(new FieldError("/people", "names no guardian of a minor")));
        }
    }

    /** Patients whom somebody looked at and held for others. */
    Set<PatientId> others() {
        return notTheSameAs == null ? Set.of() : notTheSameAs;
    }

    ContactBlock contact() {
        return new ContactBlock(givenName, familyName, preferredName, birthDate, phone, email, address);
    }

    About about() {
        return new About(
                pronouns,
                Boolean.TRUE.equals(interpreter),
                people == null ? List.of() : people,
                Boolean.TRUE.equals(consentsAsMinor));
    }
}
