package org.stepwell.therapy.job;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.telling.Telling;

/** The interviews of an application. */
@Path("episodes/{episode}/career/applications/{application}/interviews")
@Produces(MediaType.APPLICATION_JSON)
class InterviewResource {

    private final JobApplications applications;
    private final Telling telling;
    private final ClinicDirectory clinics;

    InterviewResource(JobApplications applications, Telling telling, ClinicDirectory clinics) {
        this.applications = applications;
        this.telling = telling;
        this.clinics = clinics;
    }

    /** When it is. */
    @Schema(name = "JobInterviewForm")
    record InterviewForm(
            @Schema(description = "within a year; also one that was, in the program") @NotNull
            LocalDate date,

            @Schema(examples = "10:30", description = "by the clock on the wall") @NotNull
            LocalTime time) {}

    /** How it went. */
    @Schema(name = "JobInterviewOutcomeForm")
    record OutcomeForm(@NotNull Interview.Outcome outcome) {}

    @POST
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say that the patient is invited to an interview, and when",
            description = "An application that was sent is in INTERVIEW from then on.")
    @APIResponseSchema(value = JobApplicationView.class, responseCode = "201")
    public RestResponse<JobApplicationView> invited(
            EpisodeId episode, JobApplicationId application, @NotNull @Valid InterviewForm form) {
        var told = telling.toWhoReads(episode);
        var found = applications.of(episode, application);
        found.invited(Uuid7.next(), told, form.date(), form.time());
        applications.flush();
        return Answers.created(
                applications.show(found),
                "patients/%s/career".formatted(told.stay().patient()),
                found.version());
    }

    @PUT
    @Path("{interview}/outcome")
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say how an interview went, or that it was cancelled; the last word stands",
            description = "What the employer decided is a state of the application.")
    public RestResponse<JobApplicationView> went(
            EpisodeId episode, JobApplicationId application, UUID interview, @NotNull @Valid OutcomeForm form) {
        var told = telling.toWhoReads(episode);
        var found = applications.of(episode, application);
        var now = LocalDateTime.ofInstant(told.at(), clinics.zone());
        if (!found.went(interview, told, form.outcome(), now)) {
            throw new NotFoundException();
        }
        applications.flush();
        return Answers.versioned(applications.show(found), found.version());
    }
}
