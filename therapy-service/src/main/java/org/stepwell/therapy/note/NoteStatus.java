package org.stepwell.therapy.note;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a note stands. */
@Schema(name = "NoteStatus")
enum NoteStatus {
    DUE,
    DRAFT,
    SIGNED,
    WITHDRAWN;

    Set<NoteStatus> next() {
        return switch (this) {
            case DUE -> EnumSet.of(DRAFT, WITHDRAWN);
            case DRAFT -> EnumSet.of(SIGNED, WITHDRAWN);
            case WITHDRAWN -> EnumSet.of(DUE, DRAFT);
            case SIGNED -> EnumSet.noneOf(NoteStatus.class);
        };
    }
}
