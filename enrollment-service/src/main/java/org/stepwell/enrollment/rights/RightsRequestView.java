package org.stepwell.enrollment.rights;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RightsRequestId;
import org.stepwell.platform.seal.SealedJson;

/** What was asked, until when it is answered, and the answer. */
@Schema(name = "RightsRequestView")
record RightsRequestView(
        RightsRequestId id,
        PatientId patient,
        Right right,
        RightsRequest.Status status,

        @Schema(examples = "The note of 3 March says that I drank; I did not.")
        String words,

        @Schema(examples = "2026-03-02", description = "the time for the answer runs from this day")
        LocalDate receivedOn,

        Instant receivedAt,

        @Schema(examples = "2026-05-01") LocalDate dueOn,

        boolean extended,

        @Schema(examples = "The archive sends the record next week.") @Nullable
        String extensionReason,

        RightsRequest.@Nullable Outcome outcome,

        @Schema(examples = "We corrected the note.") @Nullable
        String answer,

        @Schema(examples = "I still say that I did not.") @Nullable
        String disagreement,

        @Nullable Instant endedAt) {

    static final String WORDS = "rights-words";
    static final String EXTENSION = "rights-extension";
    static final String ANSWER = "rights-answer";
    static final String DISAGREEMENT = "rights-disagreement";

    static RightsRequestView of(RightsRequest request, SealedJson sealed) {
        return new RightsRequestView(
                request.id(),
                request.patient(),
                request.right(),
                request.status(),
                sealed.open(WORDS, request.id().value(), request.sealedWords(), String.class),
                request.receivedOn(),
                request.receivedAt(),
                request.dueOn(),
                request.extended(),
                opened(EXTENSION, request, request.sealedExtensionReason(), sealed),
                request.outcome(),
                opened(ANSWER, request, request.sealedAnswer(), sealed),
                opened(DISAGREEMENT, request, request.sealedDisagreement(), sealed),
                request.endedAt());
    }

    private static @Nullable String opened(
            String part, RightsRequest request, @Nullable String text, SealedJson sealed) {
        return text == null ? null : sealed.open(part, request.id().value(), text, String.class);
    }
}
