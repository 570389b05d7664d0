package org.stepwell.therapy.counselingnote;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a counseling note stands; one that is struck was entered in error, and keeps its text. */
@Schema(name = "CounselingNoteStatus")
enum CounselingNoteStatus {
    DRAFT,
    FINAL,
    STRUCK;

    Set<CounselingNoteStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(FINAL);
            case FINAL -> EnumSet.of(STRUCK);
            case STRUCK -> EnumSet.noneOf(CounselingNoteStatus.class);
        };
    }
}
