package org.stepwell.therapy.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** How a patient is looked for: by which ways that is safe, what is to be done, and what was tried. */
@Schema(name = "Outreach")
record OutreachView(
        EpisodeId episode,
        PatientId patient,

        @Schema(description = "missing until enrollment told how the patient may be reached") @Nullable
        ContactView contact,

        @Schema(description = "missing while they do not stay away") @Nullable
        RunView current,

        @Schema(description = "the last twenty before, newest last")
        List<RunView> before,

        @Schema(description = "the last hundred, newest last")
        List<AttemptView> attempts) {

    /** How the patient may be reached without harm; nothing is sent from here. */
    @Schema(name = "OutreachContact")
    record ContactView(
            @Schema(examples = "+1 555 0100", description = "where calls or text messages are safe") @Nullable
            String number,

            boolean phone,

            @Schema(description = "whether a message may be left")
            boolean voicemail,

            boolean textMessage,
            boolean email,

            @Schema(
                    examples = "ASK_FOR_A_CALL_BACK",
                    description = "what may be said when somebody else may be listening")
            Saying saying,

            @Schema(description = "the hours of any day in the patient's own time; missing where the clinic's hours do")
            @Nullable
            LocalTime from,

            @Nullable LocalTime until,

            @Schema(examples = "America/Chicago", description = "where they live, if not where the clinic is") @Nullable
            String zone,

            @Schema(description = "from when on it is such an hour: now, or later") @Nullable
            Instant nextSafe) {}

    /** Staying away, from the first session missed until somebody heard of the patient. */
    @Schema(name = "AbsenceRun")
    record RunView(
            UUID id,
            LocalDate beganOn,

            @Schema(description = "when the last session began that was missed")
            Instant lastMissedAt,

            @Nullable Instant endedAt,
            @Nullable RunEnd endedBecause,

            @Schema(
                    description =
                            "in the order in which they were asked for; shown to staff only, for why may be a result that was not"
                                    + " talked over with the patient yet")
            List<StepView> steps) {}

    /** A step that somebody is to take, and what became of it. */
    @Schema(name = "OutreachStep")
    record StepView(
            StepId id,
            Rung rung,
            Because because,

            @Schema(description = "of the session that was missed last before it")
            LocalDate day,

            Instant openedAt,
            Instant dueAt,
            StepStatus status,

            @Schema(description = "the attempt that did it, where one did") @Nullable
            UUID attempt,

            @Schema(examples = "The team met: offer mornings, ask his sister.") @Nullable
            String text,

            @Nullable Instant endedAt,
            @Nullable StaffId endedBy) {}

    /** An attempt to reach the patient. */
    @Schema(name = "OutreachAttempt")
    record AttemptView(
            UUID id,
            Instant at,
            Way way,
            Outcome outcome,

            @Schema(examples = "His phone is off; tried again at six.", description = "shown to staff only") @Nullable
            String note,

            StaffId recordedBy,
            Instant recordedAt) {}
}
