package org.stepwell.aftercare.support;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who supports a patient, as the patient says it. */
@Schema(name = "SupportPersonForm")
record SupportForm(
        @NotBlank @Size(max = 100) String name,

        @NotBlank @Size(max = 60) @Schema(description = "what they are to the patient, in the patient's words")
        String relation,

        @Pattern(regexp = "\\+?[0-9 ().-]{5,25}") @Nullable String phone,

        @Schema(description = "whether text messages may go to the phone") @Nullable
        Boolean texts,

        @Email @Size(max = 200) @Nullable String email,
        @Size(max = 300) @Nullable String address,

        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        @Schema(description = "in which they are written to")
        @Nullable
        String language,

        @NotNull
        @Schema(
                description =
                        "what the patient wants them to be told; none of it is told before a consent that names them is signed"
                                + " in enrollment")
        Set<@NotNull SupportTopic> topics) {

    Support said() {
        var said = new Support(
                name.strip(),
                relation.strip(),
                blank(phone),
                Boolean.TRUE.equals(texts),
                blank(email),
                blank(address),
                language);
        if (!topics.isEmpty() && !said.isReached()) {
            throw SupportRule.WHOEVER_IS_TOLD_IS_REACHED.at("/phone", "a phone, an e-mail address or an address");
        }
        return said;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
