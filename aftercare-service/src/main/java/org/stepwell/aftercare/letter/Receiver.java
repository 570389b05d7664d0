package org.stepwell.aftercare.letter;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.consent.Told;

/** Who exactly is asked, and the mailbox that the link goes to, if it goes by mail; kept sealed. */
@Schema(name = "LetterReceiver")
record Receiver(
        @Schema(examples = "Dr. Ruth Park") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "Harbor Counseling") @Size(max = 90) @Nullable
        String organization,

        @Schema(examples = "12 Mill Street, Riverside") @Size(max = 300) @Nullable
        String address,

        @Schema(
                description = "one that nobody else reads; for a letter by e-mail",
                examples = "rpark@counseling.example")
        @Email
        @Size(max = 200)
        @Nullable
        String email) {

    /** The part of a letter under which it is sealed. */
    static final String PART = "referral-letter-receiver";

    Told told() {
        return new Told(inWords(), address);
    }

    String inWords() {
        return organization == null || organization.isBlank() ? name : "%s, %s".formatted(name, organization);
    }
}
