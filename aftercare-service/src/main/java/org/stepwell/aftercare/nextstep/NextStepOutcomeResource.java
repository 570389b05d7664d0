package org.stepwell.aftercare.nextstep;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;

/** The HTTP door to what came of a step. */
@Path("next-steps/{step}/outcome")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_DECIDES)
class NextStepOutcomeResource {

    private final NextSteps steps;
    private final StepCourse course;
    private final Receivers receivers;
    private final Access access;
    private final Caller caller;
    private final ClinicDirectory clinics;
    private final Clock clock;

    NextStepOutcomeResource(
            NextSteps steps,
            StepCourse course,
            Receivers receivers,
            Access access,
            Caller caller,
            ClinicDirectory clinics,
            Clock clock) {
        this.steps = steps;
        this.course = course;
        this.receivers = receivers;
        this.access = access;
        this.caller = caller;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "NextStepOutcomeForm")
    record Form(@NotNull StepOutcome outcome) {}

    @POST
    @Transactional
    @Operation(
            summary = "Say whether an accepted step happened",
            description = "From its day on; the last word holds. The task that asks for it is done.")
    public RestResponse<NextStepView> say(NextStepId step, @NotNull @Valid Form form) {
        var found = steps.locked(step);
        access.to(found.patient());
        var now = clock.instant();
        boolean patientSays = found.patient().equals(caller.identity().patient());
        found.cameOut(form.outcome(), patientSays, LocalDate.ofInstant(now, clinics.zone()), now);
        course.cameOut(found, now);
        steps.flush();
        return Answers.versioned(NextStepView.of(found, receivers.open(found.id(), found.receiver())), found.version());
    }
}
