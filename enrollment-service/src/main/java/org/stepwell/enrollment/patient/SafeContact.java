package org.stepwell.enrollment.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** How a patient may be reached without telling anybody else that they are in treatment. */
@Schema(name = "SafeContact")
public record SafeContact(
        @NotNull Boolean phone,
        @NotNull Boolean textMessage,
        @NotNull Boolean email,

        @Schema(description = "whether a message may be left; only where the phone may be used") @NotNull
        Boolean voicemail,

        @Schema(description = "when, in the patient's own time; without it, whenever the clinic is open")
        @Nullable
        @Valid
        Hours hours,

        @Schema(
                description = "what may be said to whoever answers; without it, a call back is asked for",
                examples = "ASK_FOR_A_CALL_BACK")
        @Nullable
        Saying maySay) {

    /** From one time of a day to a later one. */
    @Schema(name = "SafeContactHours")
    public record Hours(
            @Schema(examples = "17:00") @NotNull LocalTime from,
            @Schema(examples = "20:30") @NotNull LocalTime until) {}

    /** Refuses rules that can not be followed. */
    void mustMakeSense() {
        if (voicemail && !phone) {
            throw new Refusal(
                    PatientRule.VOICEMAIL_NEEDS_THE_PHONE,
                    "Allow the phone as well, or no voicemail.",
                    List.of(new FieldError("/contactRules/voicemail", "the phone may not be used")));
        }
        if (hours != null && !hours.from().isBefore(hours.until())) {
            throw new Refusal(
                    PatientRule.SAFE_HOURS_IN_A_DAY,
                    "Say hours of one day, such as 17:00 to 20:30.",
                    List.of(new FieldError("/contactRules/hours/until", "must be after " + hours.from())));
        }
    }

    /** What the other services are told. */
    ContactRules told() {
        return new ContactRules(
                phone,
                textMessage,
                email,
                voicemail,
                hours == null ? null : hours.from(),
                hours == null ? null : hours.until(),
                saying());
    }

    /** What is said, where nothing else was agreed: a call back is asked for. */
    public Saying saying() {
        return maySay == null ? Saying.ASK_FOR_A_CALL_BACK : maySay;
    }
}
