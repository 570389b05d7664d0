package org.stepwell.therapy.counselingnote;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** That there is a counseling note, and how it stands; its text is answered to whoever opens it, and in no other answer. */
@Schema(name = "CounselingNoteLine")
record CounselingNoteLine(
        CounselingNoteId id,
        PatientId patient,
        EpisodeId episode,
        @Nullable SessionId session,
        StaffId author,

        @Schema(description = "who reads it beside its author, as long as they are a supervisor") @Nullable
        StaffId supervisor,

        CounselingNoteStatus status,
        Instant writtenAt,
        Instant changedAt,
        @Nullable Instant finalAt,

        @Schema(description = "when it was struck as entered in error") @Nullable
        Instant struckAt,

        int version) {}
