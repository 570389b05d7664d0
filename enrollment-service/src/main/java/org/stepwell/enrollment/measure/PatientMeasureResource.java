package org.stepwell.enrollment.measure;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.measure.AnswerForm;
import org.stepwell.platform.measure.MeasureView;
import org.stepwell.platform.measure.Scoring;

/** The questionnaires a patient answered at intake. */
@Path("patients/{patient}/measures")
@Produces(MediaType.APPLICATION_JSON)
class PatientMeasureResource {

    private final Measures measures;
    private final TakeMeasure takeMeasure;
    private final Scoring scoring;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    PatientMeasureResource(
            Measures measures, TakeMeasure takeMeasure, Scoring scoring, Access access, Caller caller, Clock clock) {
        this.measures = measures;
        this.takeMeasure = takeMeasure;
        this.scoring = scoring;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** A questionnaire as it was answered; an item without an answer is left out. */
    @Schema(name = "MeasureForm")
    record Form(
            @Schema(examples = "PHQ-9") @NotBlank @Size(max = 40)
            String instrument,

            @Schema(description = "now where it is left out") @Nullable
            Instant takenAt,

            @Schema(
                    examples = "WOMEN",
                    description = "for which group of people the total is read, where the instrument knows several")
            @Nullable
            @Size(max = 40)
            String group,

            @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid AnswerForm> answers) {}

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ASSESSES)
    @Operation(
            summary = "Score a questionnaire at intake",
            description = "What its score finds stops an admission until it is dealt with, at the patient's findings.")
    @APIResponseSchema(value = MeasureView.class, responseCode = "201")
    public RestResponse<MeasureView> take(PatientId patient, @NotNull @Valid Form form) {
        access.to(patient);
        var now = clock.instant();
        var taken = new MeasureView.Taken(
                patient,
                null,
                Scoring.takenAt(form.takenAt(), now),
                caller.identity().staff(),
                MeasureView.SaidBy.STAFF,
                now);
        var scored = scoring.score(form.instrument(), form.group(), form.answers());
        var measure = new Measure(new MeasureId(Uuid7.next()), taken, scored);
        takeMeasure.take(patient, measure);
        return Answers.created(measure.view(), "patients/%s/measures/%s".formatted(patient, measure.id()), 0);
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "The questionnaires a patient answered at intake, oldest first")
    public RestResponse<Page<MeasureView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        return Page.of(measures.page(patient, page), page, Measure::view, Measure::id, uri);
    }

    @GET
    @Path("{measure}")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One questionnaire of intake")
    public MeasureView read(PatientId patient, MeasureId measure) {
        access.to(patient);
        return measures.of(patient, measure).view();
    }
}
