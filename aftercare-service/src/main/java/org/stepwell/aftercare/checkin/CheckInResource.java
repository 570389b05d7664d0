package org.stepwell.aftercare.checkin;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;

/** The HTTP door to the weekly check-in. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.CLINICAL_READS)
class CheckInResource {

    private final CheckIns checkIns;
    private final RecordCheckIn recording;
    private final CheckInShown shown;
    private final Danger danger;
    private final FindPlan plans;
    private final Access access;
    private final Clock clock;

    CheckInResource(
            CheckIns checkIns,
            RecordCheckIn recording,
            CheckInShown shown,
            Danger danger,
            FindPlan plans,
            Access access,
            Clock clock) {
        this.checkIns = checkIns;
        this.recording = recording;
        this.shown = shown;
        this.danger = danger;
        this.plans = plans;
        this.access = access;
        this.clock = clock;
    }

    /** Where a thought of suicide was named in what is no check-in of an open week. */
    @Schema(name = "CheckInHeard")
    record Heard(
            @Schema(
                    description = "whom to call at any hour",
                    examples = "Call or text 988 at any hour (Suicide and Crisis Lifeline). In danger, call 911.")
            String helpNow,

            @Schema(
                    description = "why it is not recorded as a check-in; it is kept, and somebody reaches out",
                    examples = "The check-in due on 2026-03-02 is RECORDED already.")
            String notRecorded) {}

    @POST
    @Path("plans/{plan}/check-ins")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Record the check-in of this week, or of a week that was missed",
            description =
                    "The questions about use and about suicide are answered, all others may be left out. A yes to thoughts"
                            + " of suicide is never refused: what can not be recorded with it is heard (202), and somebody reaches out.")
    @APIResponseSchema(value = CheckInView.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "A thought of suicide was named, and there is no check-in to record it in",
            content = @Content(schema = @Schema(implementation = Heard.class)))
    public RestResponse<Object> record(AftercarePlanId plan, @NotNull CheckInForm form) {
        access.to(plans.patientOf(plan));
        var by = access.byPatient() ? CheckIn.Recorder.PATIENT : CheckIn.Recorder.STAFF;
        var now = clock.instant();
        try {
            var checkIn = recording.record(plan, form, by, now);
            return Answers.created(shown.view(checkIn), "check-ins/" + checkIn.id(), checkIn.version());
        } catch (Refusal no) {
            if (!form.namesSuicide()) {
                throw no;
            }
            recording.outOfTurn(plan, form, by, now);
            return RestResponse.ResponseBuilder.<Object>create(
                            RestResponse.Status.ACCEPTED, new Heard(danger.helpNow(), no.detail()))
                    .build();
        }
    }

    @GET
    @Path("plans/{plan}/check-ins")
    @Transactional
    @Operation(summary = "The check-ins of a plan, week by week")
    public RestResponse<Page<CheckInView>> ofPlan(
            AftercarePlanId plan, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(plans.patientOf(plan));
        return Page.of(checkIns.ofPlan(plan, page.after(), page.fetch()), page, shown::view, CheckIn::id, uri);
    }

    @GET
    @Path("check-ins/{checkIn}")
    @Transactional
    @Operation(summary = "A check-in")
    public RestResponse<CheckInView> one(CheckInId checkIn) {
        var found = checkIns.of(checkIn);
        access.to(plans.patientOf(found.plan()));
        return Answers.versioned(shown.view(found), found.version());
    }
}
