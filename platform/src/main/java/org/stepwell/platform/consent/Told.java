package org.stepwell.platform.consent;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was told, in words, as an accounting of disclosures names them (45 CFR 164.528: recipient and address). */
@Schema(name = "DisclosureTold")
public record Told(
        @Schema(examples = "Dr. Ruth Park, Riverside Family Practice") @Size(max = 200) @Nullable
        String name,

        @Schema(examples = "12 Mill Street, Riverside") @Size(max = 300) @Nullable
        String address) {

    /** The part of a disclosure under which it is sealed. */
    public static final String PART = "disclosure-told";

    boolean named() {
        return name != null && !name.isBlank();
    }
}
