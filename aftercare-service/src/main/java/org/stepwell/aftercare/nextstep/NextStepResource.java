package org.stepwell.aftercare.nextstep;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.Meetings;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;

/** The HTTP door to next steps: propose one, and write down the answer of whom it takes. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_DECIDES)
class NextStepResource {

    private static final int OPEN_STEPS_MAX = 30;

    private final NextSteps steps;
    private final FindPlan plans;
    private final Meetings meetings;
    private final Receivers receivers;
    private final Access access;
    private final Caller caller;
    private final StepCourse course;
    private final ClinicDirectory clinics;
    private final Clock clock;

    NextStepResource(
            NextSteps steps,
            FindPlan plans,
            Meetings meetings,
            Receivers receivers,
            Access access,
            Caller caller,
            StepCourse course,
            ClinicDirectory clinics,
            Clock clock) {
        this.steps = steps;
        this.plans = plans;
        this.meetings = meetings;
        this.receivers = receivers;
        this.access = access;
        this.caller = caller;
        this.course = course;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Schema(name = "NextStepForm")
    record Form(
            @NotNull NextStepKind kind,

            @Schema(description = "for a meeting: which") @Nullable
            MeetingId meeting,

            @NotNull @Schema(description = "the day it is for, as the clinic counts days", examples = "2026-03-02")
            LocalDate date,

            @Size(max = 200)
            @Schema(description = "who receives the patient", examples = "Dr. Park, outpatient group")
            @Nullable
            String receiver) {}

    @POST
    @Path("plans/{plan}/next-steps")
    @Transactional
    @Operation(summary = "Propose a next step")
    @APIResponseSchema(value = NextStepView.class, responseCode = "201")
    public RestResponse<NextStepView> propose(AftercarePlanId plan, @NotNull @Valid Form form) {
        access.to(plans.patientOf(plan));
        var open = plans.open(plan);
        if (steps.countOpen(plan) >= OPEN_STEPS_MAX) {
            throw new Refusal(NextStepRule.ENOUGH_OPEN_STEPS, "Withdraw one that is not wanted any more.");
        }
        var now = clock.instant();
        var id = new NextStepId(Uuid7.next());
        var step = new NextStep(
                id,
                open,
                new Proposal(form.kind(), form.meeting() == null ? null : meetings.named(form.meeting()), form.date()),
                receivers.seal(id, form.receiver()),
                today(now),
                asksPatient(open.patient()) ? Word.OF_PATIENT : Word.OF_STAFF,
                now);
        steps.persistAndFlush(step);
        course.proposed(step, now);
        return Answers.created(shown(step), "next-steps/" + id, step.version());
    }

    @GET
    @Path("plans/{plan}/next-steps")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "The next steps of a plan, in the order they were proposed")
    public RestResponse<Page<NextStepView>> ofPlan(
            AftercarePlanId plan, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(plans.patientOf(plan));
        return Page.of(steps.ofPlan(plan, page.after(), page.fetch()), page, this::shown, NextStep::id, uri);
    }

    @GET
    @Path("next-steps/{step}")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A next step")
    public RestResponse<NextStepView> one(NextStepId step) {
        var found = steps.of(step);
        access.to(found.patient());
        return Answers.versioned(shown(found), found.version());
    }

    @POST
    @Path("next-steps/{step}/acceptance")
    @Transactional
    @Operation(summary = "Accept a next step: the patient for a meeting, the receiver for all else")
    public RestResponse<NextStepView> accept(NextStepId step) {
        var found = reached(step);
        var now = clock.instant();
        var accepted = found.accept(Word.accepting(found.kind(), asksPatient(found.patient())), today(now), now);
        asProposed(found).check(today(now));
        course.accepted(found, accepted);
        return saved(found);
    }

    @POST
    @Path("next-steps/{step}/decline")
    @Transactional
    @Operation(summary = "Decline a next step")
    public RestResponse<NextStepView> decline(NextStepId step) {
        var found = reached(step);
        course.declined(
                found, found.decline(Word.declining(found.kind(), asksPatient(found.patient())), clock.instant()));
        return saved(found);
    }

    @POST
    @Path("next-steps/{step}/withdrawal")
    @Transactional
    @Operation(summary = "Withdraw a next step that was proposed or accepted")
    public RestResponse<NextStepView> withdraw(NextStepId step) {
        var found = reached(step);
        var word = asksPatient(found.patient()) ? Word.OF_PATIENT : Word.OF_STAFF;
        course.withdrawn(found, found.withdraw(word, clock.instant()));
        return saved(found);
    }

    /** The step with its meeting as the feed has it now: it may have moved, or be held no more. */
    private Proposal asProposed(NextStep step) {
        var meeting = step.meeting();
        return new Proposal(step.kind(), meeting == null ? null : meetings.named(meeting), step.date());
    }

    private NextStep reached(NextStepId id) {
        var step = steps.locked(id);
        access.to(step.patient());
        return step;
    }

    private RestResponse<NextStepView> saved(NextStep step) {
        steps.flush();
        return Answers.versioned(shown(step), step.version());
    }

    private NextStepView shown(NextStep step) {
        return NextStepView.of(step, receivers.open(step.id(), step.receiver()));
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clinics.zone());
    }

    private boolean asksPatient(PatientId patient) {
        return patient.equals(caller.identity().patient());
    }
}
