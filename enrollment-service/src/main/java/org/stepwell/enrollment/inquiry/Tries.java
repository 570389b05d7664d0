package org.stepwell.enrollment.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Each time that somebody called back, oldest first. */
record Tries(List<Try> all) {

    static final Tries NONE = new Tries(List.of());

    /** Once. */
    @Schema(name = "InquiryTry")
    record Try(
            Instant at,

            @Schema(examples = "intake:019a0000-0000-7000-8000-0000000000c2", description = "role and account")
            String by,

            @Schema(examples = "false") boolean reached) {}

    Tries and(Try one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return new Tries(List.copyOf(more));
    }
}
