package org.stepwell.aftercare.silence;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.silence.OutreachView.AttemptView;
import org.stepwell.aftercare.silence.OutreachView.StepView;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.problem.Refusal;

/** The HTTP door to looking for somebody from whom no check-in came. */
@Path("plans/{plan}/outreach")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CARE_TEAM_TREATS)
class OutreachResource {

    private final StepTable steps;
    private final Attempts attempts;
    private final OutreachShown shown;
    private final OutreachTasks tasks;
    private final FindPlan plans;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    OutreachResource(
            StepTable steps,
            Attempts attempts,
            OutreachShown shown,
            OutreachTasks tasks,
            FindPlan plans,
            Access access,
            Caller caller,
            Clock clock) {
        this.steps = steps;
        this.attempts = attempts;
        this.shown = shown;
        this.tasks = tasks;
        this.plans = plans;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** What somebody tried. */
    @Schema(name = "CheckInAttemptForm")
    record AttemptForm(
            @Schema(description = "now where it is left out") @Nullable
            Instant at,

            @NotNull Attempt.Way way,

            @Schema(
                    description =
                            "of a support person: who was asked; the one whom the open step names where it is left out")
            @Nullable
            UUID supportPerson,

            @NotNull Attempt.Outcome outcome,

            @Schema(examples = "His phone is off.") @Nullable @Size(max = 2_000)
            String note) {}

    @Schema(name = "OutreachConclusionForm")
    record ConclusionForm(
            @Schema(examples = "His sister says that he works on a ship until May; we write again then.")
            @NotBlank
            @Size(max = 4_000)
            String text) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read how a patient is looked for from whom no check-in came",
            description =
                    "Patients read what was tried and that somebody would like to hear from them, without the steps and"
                            + " without what staff wrote.")
    public OutreachView read(AftercarePlanId plan) {
        var patient = plans.patientOf(plan);
        access.to(patient);
        return access.byPatient() ? shown.toPatient(plan, patient) : shown.toStaff(plan, patient, clock.instant());
    }

    @POST
    @Path("attempts")
    @Transactional
    @Operation(
            summary = "Record that somebody tried to reach the patient, and what came of it",
            description =
                    "It does the steps that ask for it; a second call counts at another time of the day. Once the patient"
                            + " is reached, nobody looks for them any more. Before a support person is asked, a permit is:"
                            + " POST support-people/…/permits.")
    @APIResponseSchema(value = AttemptView.class, responseCode = "201")
    public RestResponse<AttemptView> attempt(AftercarePlanId plan, @NotNull @Valid AttemptForm form) {
        access.to(plans.patientOf(plan));
        var active = plans.active(plan);
        var now = clock.instant();
        var id = Uuid7.next();
        var attempt = new Attempt(
                id,
                form.at() == null ? now : form.at(),
                form.way(),
                form.way() == Attempt.Way.SUPPORT_PERSON && form.supportPerson() == null
                        ? steps.personToAsk(plan)
                        : form.supportPerson(),
                form.outcome(),
                shown.sealed(OutreachShown.noteOf(id), form.note()),
                access.staff(),
                now);
        attempts.made(active, attempt);
        return Answers.created(shown.view(attempt, true), "plans/%s/outreach".formatted(plan), 0);
    }

    @POST
    @Path("{outreachStep}/conclusion")
    @Transactional
    @Operation(
            summary = "Say what came of a step that no attempt does",
            description =
                    "Of a review, a welfare check, an offer, a visit or asking a support person. Reviews are a supervisor's.")
    public StepView conclude(AftercarePlanId plan, StepId outreachStep, @NotNull @Valid ConclusionForm form) {
        access.to(plans.patientOf(plan));
        plans.active(plan);
        var found =
                steps.find(outreachStep).filter(one -> one.plan().equals(plan)).orElseThrow(NotFoundException::new);
        mustBeTheirs(found);
        var now = clock.instant();
        var sealed = shown.sealed(OutreachShown.conclusionOf(outreachStep), form.text());
        steps.settle(found, Step.Status.DONE, access.staff(), sealed, now);
        tasks.done(found, now);
        return shown.view(steps.find(outreachStep).orElseThrow());
    }

    private void mustBeTheirs(Step step) {
        if (step.kind().endsWithAnAttempt()) {
            throw new Refusal(OutreachRule.STEP_ENDS_BY_AN_ATTEMPT, "Record the call: POST plans/…/outreach/attempts.");
        }
        if (step.status() != Step.Status.OPEN) {
            throw new Refusal(OutreachRule.STEP_IS_OPEN, "%s is %s.".formatted(step.kind(), step.status()));
        }
        if (step.kind().ofSupervisors() && !caller.roles().contains(Role.SUPERVISOR)) {
            throw new Refusal(OutreachRule.SUPERVISOR_REVIEWS, "Ask a supervisor of the clinic.");
        }
    }
}
