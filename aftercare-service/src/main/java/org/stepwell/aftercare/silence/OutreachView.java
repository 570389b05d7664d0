package org.stepwell.aftercare.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.message.Messenger.Channel;

/** How a patient is looked for from whom no check-in came. */
@Schema(name = "CheckInOutreachView")
record OutreachView(
        AftercarePlanId plan,
        PatientId patient,

        @Schema(
                description = "in the patient's account: that somebody would like to hear from them",
                examples = "We would like to hear from you. Answer the questions of this week, or call us.")
        @Nullable
        String asks,

        @Schema(description = "how they are reached without harm; to staff, where it is known") @Nullable
        ContactView contact,

        @Schema(description = "to staff: the last twenty check-ins that did not come in time, newest first")
        List<SilenceView> silences,

        @Schema(description = "the last hundred, newest first")
        List<AttemptView> attempts) {

    /** How the patient may be reached without harm. */
    @Schema(name = "CheckInOutreachContact")
    record ContactView(
            @Schema(examples = "+1 555 0100", description = "where calls or text messages are safe") @Nullable
            String number,

            boolean phone,
            boolean voicemail,
            boolean textMessage,
            boolean email,
            Saying saying,
            @Nullable LocalTime from,
            @Nullable LocalTime until,

            @Schema(examples = "America/Chicago", description = "where they live, if not where the clinic is") @Nullable
            String zone,

            @Schema(description = "the first moment from now on at which it is safe to call")
            Instant callFrom) {}

    /** A check-in that did not come when it was due. */
    @Schema(name = "SilenceView")
    record SilenceView(
            CheckInId checkIn,
            LocalDate dueOn,

            @Schema(description = "the hour from which the steps are counted")
            Instant dueAt,

            @Schema(examples = "1", description = "which check-in it is of an unbroken silence")
            int number,

            @Schema(
                    description =
                            "whether the steps come sooner: the last check-in was red or amber, or a warning stands")
            boolean compressed,

            Silence.Status status,
            List<StepView> steps) {}

    /** A step. */
    @Schema(name = "OutreachStepView")
    record StepView(
            StepId id,
            StepKind kind,
            Instant dueAt,
            Step.Status status,

            @Schema(description = "the support person to be asked") @Nullable
            UUID person,

            @Schema(description = "how a message left") @Nullable
            Channel channel,

            @Schema(examples = "His brother says that he works on a ship until May.") @Nullable
            String conclusion,

            @Nullable Instant settledAt) {}

    /** An attempt. */
    @Schema(name = "CheckInAttemptView")
    record AttemptView(
            UUID id,
            Instant at,
            Attempt.Way way,

            @Schema(description = "the support person who was asked") @Nullable
            UUID supportPerson,

            Attempt.Outcome outcome,

            @Schema(description = "to staff") @Nullable String note,

            StaffId recordedBy,
            Instant recordedAt) {}
}
