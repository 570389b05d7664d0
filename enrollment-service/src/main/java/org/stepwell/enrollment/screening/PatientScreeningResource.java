package org.stepwell.enrollment.screening;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** A patient's screenings: a suggested level with the rule that fired, for review by a clinician. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
class PatientScreeningResource {

    private final Screenings screenings;
    private final ConcludeVisit concludeVisit;
    private final WhatStands standing;
    private final ShownScreenings shown;
    private final Access access;

    PatientScreeningResource(
            Screenings screenings,
            ConcludeVisit concludeVisit,
            WhatStands standing,
            ShownScreenings shown,
            Access access) {
        this.screenings = screenings;
        this.concludeVisit = concludeVisit;
        this.standing = standing;
        this.shown = shown;
        this.access = access;
    }

    @Schema(name = "ScreeningForm")
    record Form(
            @Schema(examples = "3", description = "edition of the six dimensions; the third")
            @NotNull
            @Pattern(regexp = "3")
            String edition,

            @Schema(examples = "0", description = "withdrawal, 0 to 4") @NotNull @Min(0) @Max(4)
            Integer withdrawal,

            @Schema(examples = "0", description = "biomedical conditions, 0 to 4") @NotNull @Min(0) @Max(4)
            Integer biomedical,

            @Schema(examples = "1", description = "emotional, behavioral and cognitive conditions, 0 to 4")
            @NotNull
            @Min(0)
            @Max(4)
            Integer emotional,

            @Schema(examples = "2", description = "readiness to change, 0 to 4") @NotNull @Min(0) @Max(4)
            Integer readiness,

            @Schema(examples = "2", description = "relapse or continued use, 0 to 4") @NotNull @Min(0) @Max(4)
            Integer relapse,

            @Schema(examples = "1", description = "recovery environment, 0 to 4") @NotNull @Min(0) @Max(4)
            Integer environment,

            @Schema(examples = "false", description = "withdrawal can be managed daily without admission") @NotNull
            Boolean ambulatoryWithdrawalManagement,

            @Schema(description = "what the person states or staff see; scores find theirs by themselves")
            @NotNull
            @Size(max = 30)
            Set<@NotNull Stop> stops) {

        Screening.Seen seen(PatientId patient) {
            var dimensions = new Dimensions(withdrawal, biomedical, emotional, readiness, relapse, environment);
            return new Screening.Seen(patient, dimensions, ambulatoryWithdrawalManagement);
        }
    }

    @POST
    @Path("{patient}/screenings")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "End a visit: screen a patient in six dimensions",
            description = "Questionnaires come before it. What stops an admission stands at the patient's findings.")
    @APIResponseSchema(value = ScreeningView.class, responseCode = "201")
    public RestResponse<ScreeningView> screen(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var screening = concludeVisit.conclude(form.seen(patient), form.stops());
        return Answers.created(shown.show(screening), "screenings/" + screening.id(), screening.version());
    }

    @GET
    @Path("{patient}/screenings")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "A patient's screenings, oldest first")
    public RestResponse<Page<ScreeningView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var now = standing.of(patient);
        return Page.of(screenings.page(patient, page), page, found -> shown.show(found, now), Screening::id, uri);
    }
}
