package org.stepwell.aftercare.nextstep;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The HTTP door to what a receiver said on the phone. */
@Path("next-steps/{step}/receiver-answer")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CARE_TEAM_TREATS)
class ReceiverAnswerResource {

    private final NextSteps steps;
    private final StepCourse course;
    private final Receivers receivers;
    private final Access access;
    private final ClinicDirectory clinics;
    private final Clock clock;

    ReceiverAnswerResource(
            NextSteps steps,
            StepCourse course,
            Receivers receivers,
            Access access,
            ClinicDirectory clinics,
            Clock clock) {
        this.steps = steps;
        this.course = course;
        this.receivers = receivers;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "ReceiverAnswerForm")
    record Form(
            @Schema(description = "of whoever accepts: the day on which they receive the patient") @Nullable
            LocalDate day,

            @Schema(description = "of whoever declines") @Nullable
            DeclineReason reason) {

        void mustBeOne() {
            if ((day == null) == (reason == null)) {
                throw new Refusal(
                        NextStepRule.RECEIVER_NAMES_DAY_OR_REASON,
                        "Send a day or a reason, not both.",
                        List.of(new FieldError("/day", "a day, or none where there is a reason")));
            }
        }
    }

    @POST
    @Transactional
    @Operation(
            summary = "Write down what a receiver said",
            description =
                    "They accept for a day, which becomes the day of the step, or decline for a reason. The link of a letter to"
                            + " them opens nothing any more.")
    public RestResponse<NextStepView> say(NextStepId step, @NotNull @Valid Form form) {
        var found = steps.locked(step);
        access.to(found.patient());
        if (!found.waitedForReceiver()) {
            throw new Refusal(NextStepRule.RECEIVER_IS_ASKED, "It is a %s.".formatted(found.kind()));
        }
        form.mustBeOne();
        answer(found, form, clock.instant());
        steps.flush();
        return Answers.versioned(NextStepView.of(found, receivers.open(found.id(), found.receiver())), found.version());
    }

    private void answer(NextStep step, Form form, Instant now) {
        if (form.day() != null) {
            var today = LocalDate.ofInstant(now, clinics.zone());
            course.accepted(step, step.acceptFor(form.day(), Word.OF_RECEIVER, today, now));
        } else if (form.reason() != null) {
            course.declined(step, step.declineBecause(form.reason(), Word.OF_RECEIVER, now));
        }
    }
}
