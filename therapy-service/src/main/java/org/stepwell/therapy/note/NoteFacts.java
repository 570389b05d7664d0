package org.stepwell.therapy.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;

/**
 * A note without its parts, as it stands at one moment; the shared text is sealed.
 *
 * @param ofGroup whether it has a text for all
 */
record NoteFacts(
        NoteId id,
        int version,
        SessionId session,
        NoteStatus status,
        NoteHeader header,
        boolean ofGroup,
        int present,
        @Nullable Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable String shared,
        Instant changedAt,
        @Nullable Signature signature,
        @Nullable Cosignature cosignature) {}
