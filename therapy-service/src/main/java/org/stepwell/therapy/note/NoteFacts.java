package org.stepwell.therapy.note;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;

/** Everything there is to know of a note at one moment; the texts are sealed. */
record NoteFacts(
        NoteId id,
        int version,
        SessionId session,
        NoteStatus status,
        NoteHeader header,
        int present,
        @Nullable Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable String shared,
        @Nullable Signature signature,
        List<NotePart> parts) {}
