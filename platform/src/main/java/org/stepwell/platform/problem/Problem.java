package org.stepwell.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a request was refused (RFC 9457, application/problem+json). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(examples = "/api/enrollment/v1/problems/treatment-consent-required")
        String type,

        @Schema(examples = "A patient is admitted only with signed consent to treatment.")
        String title,

        @Schema(examples = "409") int status,
        @Nullable String detail,
        @Nullable String instance,
        List<FieldError> errors,
        @Nullable String traceId) {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
