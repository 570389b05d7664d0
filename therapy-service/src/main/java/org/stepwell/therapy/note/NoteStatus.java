package org.stepwell.therapy.note;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a note stands. */
@Schema(name = "NoteStatus")
public enum NoteStatus {
    DUE,
    DRAFT,
    /** Its author does not practise independently: a supervisor signs it too, or returns it. */
    PENDING_COSIGN,
    SIGNED,
    WITHDRAWN,
    /** All of it was entered in error; the text stays. */
    STRUCK;

    Set<NoteStatus> next() {
        return switch (this) {
            case DUE -> EnumSet.of(DRAFT, WITHDRAWN);
            case DRAFT -> EnumSet.of(DUE, PENDING_COSIGN, SIGNED, WITHDRAWN);
            case PENDING_COSIGN -> EnumSet.of(DRAFT, SIGNED);
            case WITHDRAWN -> EnumSet.of(DUE, DRAFT);
            case SIGNED -> EnumSet.of(STRUCK);
            case STRUCK -> EnumSet.noneOf(NoteStatus.class);
        };
    }

    /** Whether it may still become another text. */
    boolean open() {
        return this != SIGNED && this != STRUCK;
    }
}
