package org.stepwell.therapy.counselingnote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A counseling note as its author opens it, and the supervisor named on it. */
@Schema(name = "CounselingNote")
record CounselingNoteView(
        CounselingNoteLine note,
        String text,
        @Nullable String hash,

        @Schema(description = "whether the text is the one that was made final; left out of a draft", examples = "true")
        @Nullable
        Boolean intact,

        List<Added> addenda) {

    /** What its author added once it was final. */
    @Schema(name = "CounselingNoteAddendum")
    record Added(UUID id, String text, Instant at, String hash, boolean intact) {}
}
