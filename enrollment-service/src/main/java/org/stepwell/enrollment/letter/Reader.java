package org.stepwell.enrollment.letter;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.consent.Told;

/** Who exactly is told, and the mailbox that the link goes to; kept sealed. */
@Schema(name = "LetterReader")
record Reader(
        @Schema(examples = "Officer Dale Reed, county probation") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "12 Mill Street, Riverside") @Size(max = 300) @Nullable
        String address,

        @Schema(description = "one that nobody else reads", examples = "dreed@probation.example")
        @NotBlank // an empty one is an address for @Email
        @Email
        @Size(max = 200)
        String email) {

    /** The part of a letter under which it is sealed. */
    static final String PART = "letter-reader";

    Told told() {
        return new Told(name, address);
    }
}
