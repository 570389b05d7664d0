package org.stepwell.therapy.job;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.telling.Telling;
import org.stepwell.therapy.telling.Told;

/** The hours of a job that was accepted, which scheduling gets from whoever hands them over. */
@Path("episodes/{episode}/career/applications/{application}/shifts")
@Produces(MediaType.APPLICATION_JSON)
class ShiftResource {

    private final JobApplications applications;
    private final HandoverTasks tasks;
    private final Telling telling;

    ShiftResource(JobApplications applications, HandoverTasks tasks, Telling telling) {
        this.applications = applications;
        this.tasks = tasks;
        this.telling = telling;
    }

    /** All hours of a job; those over midnight are two lines of scheduling's forty. */
    @Schema(name = "JobShiftsForm")
    record ShiftsForm(@NotNull @Size(max = 14) List<@NotNull @Valid Shift> shifts) {}

    /** When they were handed over. */
    @Schema(name = "JobHandoverForm")
    record HandoverForm(
            @Schema(description = "since they were told; today where it is left out") @Nullable
            LocalDate date) {}

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say at which hours the patient works in a job that was accepted, all of them; with If-Match",
            description =
                    "`handover` of the answer has them as scheduling takes them: nobody is kept from work, and scheduling hears of"
                            + " them from whoever puts them there.")
    public RestResponse<JobApplicationView> works(
            EpisodeId episode,
            JobApplicationId application,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid ShiftsForm form) {
        return changed(episode, application, version, (found, told) -> found.works(told, form.shifts()));
    }

    @POST
    @Path("handover")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say that scheduling has the hours of a job, because somebody put them there",
            description = "If-Match names the hours that were handed over. Other hours are to be handed over anew.")
    @APIResponseSchema(value = JobApplicationView.class, responseCode = "200")
    public RestResponse<JobApplicationView> handedOver(
            EpisodeId episode,
            JobApplicationId application,
            @HeaderParam("If-Match") @Nullable IfMatch version,
            @NotNull @Valid HandoverForm form) {
        return changed(episode, application, version, (found, told) -> found.handedOver(told, form.date()));
    }

    private RestResponse<JobApplicationView> changed(
            EpisodeId episode,
            JobApplicationId application,
            @Nullable IfMatch version,
            BiConsumer<JobApplication, Told> change) {
        var told = telling.toWhoReads(episode);
        var found = applications.of(episode, application);
        IfMatch.require(version, found.version());
        change.accept(found, told);
        tasks.settle(found, told.at());
        applications.flush();
        return Answers.versioned(applications.show(found), found.version());
    }
}
