package org.stepwell.enrollment.document;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.contracts.id.PatientId;

/** What a paper is and when it came; not what is on it. */
@Schema(name = "DocumentView")
record DocumentView(
        DocumentId id,
        PatientId patient,
        DocumentKind kind,
        Document.Status status,
        FileType type,

        @Schema(examples = "48213") int bytes,

        @Schema(
                description = "of what was removed, told to the privacy officer only: it may be another patient's",
                examples = "card, both sides.pdf")
        @Nullable
        String name,

        Instant filedAt,

        @Schema(examples = "intake:019a0000-0000-7000-8000-0000000000c2")
        String filedBy,

        Document.@Nullable Reason removedBecause,

        @Schema(description = "told to the privacy officer only", examples = "It is her brother's.") @Nullable
        String removalWords,

        @Nullable Instant removedAt,

        @Schema(description = "told to the privacy officer only", examples = "Sent back to the court.") @Nullable
        String erasureWords,

        @Nullable Instant erasedAt) {}
