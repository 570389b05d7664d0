package org.stepwell.therapy.notetext;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is written once for the whole group. */
@Schema(name = "SharedText")
public record SharedText(
        @Schema(examples = "Recognizing triggers") @NotBlank @Size(max = 200)
        String topic,

        @Schema(examples = "Psychoeducation, role play in pairs") @NotBlank @Size(max = 2_000)
        String intervention,

        @Schema(examples = "The group collected situations that are risky and rehearsed how to leave them.")
        @NotBlank
        @Size(max = 8_000)
        String text) {

    /** What a fingerprint is made of. */
    public List<String> canonical() {
        return List.of(topic, intervention, text);
    }
}
