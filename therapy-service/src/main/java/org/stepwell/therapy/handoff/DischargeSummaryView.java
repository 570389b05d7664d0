package org.stepwell.therapy.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A discharge summary; to the patient a draft says no more than that there is one. */
@Schema(name = "DischargeSummary")
record DischargeSummaryView(
        EpisodeId episode,
        PatientId patient,
        SummaryStatus status,

        @Schema(description = "by which day it is signed; missing where the patient stays after all") @Nullable
        LocalDate dueOn,

        @Nullable Instant overdueSince,

        @Schema(description = "since when enrollment says that the episode ended otherwise than was signed") @Nullable
        Instant correctedAt,

        @Schema(description = "what it says by itself: now, and once somebody signed, then") @Nullable
        DischargeFacts facts,

        @Schema(description = "what whoever signs should know; it keeps nobody from signing")
        Set<SummaryWarning> warnings,

        @Nullable DischargeContent says,

        @Schema(description = "who wrote it last; missing while nobody did") @Nullable
        StaffId author,

        Instant changedAt,
        @Nullable SignatureView signature,
        List<AddendumView> addenda,

        @Schema(
                examples = "3.0a1b2c3d4e5f",
                description = "what If-Match names: before the dot what people wrote, behind it what it says by itself."
                        + " Whoever writes has read the one, and whoever signs both.")
        String revision) {

    /** Who signed, and who is still asked to. */
    @Schema(name = "DischargeSummarySignature")
    record SignatureView(
            Instant signedAt,
            StaffId signedBy,
            @Schema(examples = "CADC") String credentials,

            @Schema(description = "whether somebody who practises independently has to sign it, too")
            boolean cosignatureNeeded,

            @Nullable Instant cosignedAt,
            @Nullable StaffId cosignedBy,
            @Schema(examples = "LCSW") @Nullable String cosignerCredentials,

            @Schema(description = "the fingerprint of all that was signed; missing while a signature is") @Nullable
            String hash,

            @Schema(examples = "true", description = "whether it is still what was signed") @Nullable
            Boolean intact) {}

    /** What was added once it was signed. */
    @Schema(name = "DischargeSummaryAddendum")
    record AddendumView(
            UUID id,

            @Schema(examples = "His brother called: the first appointment is on Tuesday.")
            String text,

            Instant at,
            StaffId by,
            String credentials,
            String hash,

            @Schema(examples = "true") boolean intact) {}

    /** To the patient, as long as it is not signed. */
    static DischargeSummaryView closed(DischargeSummary summary) {
        return of(summary, Revision.written(summary), new Shown(null, null, null, null, List.of()));
    }

    /** What is shown of a summary beside how it stands. */
    record Shown(
            @Nullable DischargeFacts facts,
            @Nullable DischargeContent says,
            @Nullable StaffId author,
            @Nullable SignatureView signature,
            List<AddendumView> addenda) {}

    static DischargeSummaryView of(DischargeSummary summary, Revision revision, Shown shown) {
        return new DischargeSummaryView(
                summary.episode(),
                summary.patient(),
                summary.status(),
                summary.deadline().dueOn(),
                summary.deadline().overdueAt(),
                summary.correctedAt(),
                shown.facts(),
                shown.facts() == null ? Set.of() : shown.facts().warnings(),
                shown.says(),
                shown.author(),
                summary.changedAt(),
                shown.signature(),
                shown.addenda(),
                revision.toString());
    }

    String etag() {
        return "\"" + revision + "\"";
    }
}
