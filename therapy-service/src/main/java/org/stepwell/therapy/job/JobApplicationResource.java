package org.stepwell.therapy.job;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.telling.Telling;

/** A patient's applications for jobs. */
@Path("episodes/{episode}/career/applications")
@Produces(MediaType.APPLICATION_JSON)
class JobApplicationResource {

    private final JobApplications applications;
    private final HandoverTasks tasks;
    private final Telling telling;

    JobApplicationResource(JobApplications applications, HandoverTasks tasks, Telling telling) {
        this.applications = applications;
        this.tasks = tasks;
        this.telling = telling;
    }

    /** Where the patient applies, and whether it was sent. */
    @Schema(name = "JobApplicationForm")
    record ApplicationForm(
            @NotNull @Valid Employer employer,

            @Schema(description = "where it was sent already, also before the program; it is a draft otherwise")
            @Nullable
            LocalDate sentOn) {}

    /** How far it has come, and when. */
    @Schema(name = "JobApplicationStateForm")
    record StateForm(
            @NotNull ApplicationState state,

            @Schema(description = "not before the state that it had; today where it is left out") @Nullable
            LocalDate date) {}

    @POST
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Write down that the patient applies for a job, as a draft, or as one that was sent")
    @APIResponseSchema(value = JobApplicationView.class, responseCode = "201")
    public RestResponse<JobApplicationView> apply(EpisodeId episode, @NotNull @Valid ApplicationForm form) {
        var told = telling.toWhoReads(episode);
        var id = new JobApplicationId(Uuid7.next());
        var application = new JobApplication(id, told, applications.seal(id, form.employer()), form.sentOn());
        applications.persistAndFlush(application);
        return Answers.created(
                application.view(form.employer()),
                "patients/%s/career".formatted(told.stay().patient()),
                application.version());
    }

    @PUT
    @Path("{application}/employer")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(summary = "Say in other words where the patient applies, and as what; with If-Match")
    public RestResponse<JobApplicationView> rename(
            EpisodeId episode,
            JobApplicationId application,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid Employer employer) {
        telling.toWhoReads(episode);
        var found = applications.of(episode, application);
        IfMatch.require(version, found.version());
        found.is(applications.seal(application, employer));
        applications.flush();
        return Answers.versioned(found.view(employer), found.version());
    }

    @POST
    @Path("{application}/states")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say how far an application has come: sent, invited, offered, accepted, declined, rejected",
            description =
                    "The view says which states are `next`. Whoever declines a job after all has no hours there any more.")
    @APIResponseSchema(value = JobApplicationView.class, responseCode = "200")
    public RestResponse<JobApplicationView> goes(
            EpisodeId episode, JobApplicationId application, @NotNull @Valid StateForm form) {
        var told = telling.toWhoReads(episode);
        var found = applications.of(episode, application);
        found.goes(told, form.state(), form.date());
        tasks.settle(found, told.at());
        applications.flush();
        return Answers.versioned(applications.show(found), found.version());
    }
}
