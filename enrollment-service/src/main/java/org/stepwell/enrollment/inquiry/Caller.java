package org.stepwell.enrollment.inquiry;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who called, how to reach them without telling anybody else, and what they said; kept sealed, and erased in time. */
@Schema(name = "InquiryCaller")
public record Caller(
        @Schema(examples = "Maya") @Size(max = 120) @Nullable
        String name,

        @Schema(examples = "+1 555 0100") @Pattern(regexp = Caller.PHONE) @Nullable
        String phone,

        @Schema(
                description = "whether a message may be left that says who calls; without a yes, none is left",
                examples = "false")
        @NotNull
        Boolean mayLeaveMessage,

        @Schema(examples = "weekdays after 5 pm") @Size(max = 120) @Nullable
        String bestTime,

        @Schema(examples = "Asked for evening groups") @Size(max = 2_000) @Nullable
        String said) {

    public static final String PHONE = "\\+?[0-9][0-9 ()./-]{5,19}";
}
