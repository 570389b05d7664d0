package org.stepwell.therapy.measure;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.measure.MeasureView;
import org.stepwell.platform.measure.Scoring;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.crisisplan.HelpNow;
import org.stepwell.therapy.roster.Episodes;

/** The questionnaires a patient answered. */
@Path("patients/{patient}/measures")
class MeasureResource {

    private final Measures measures;
    private final Scoring scoring;
    private final Episodes episodes;
    private final TakeMeasure takeMeasure;
    private final HelpNow help;
    private final Access access;
    private final Clock clock;

    MeasureResource(
            Measures measures,
            Scoring scoring,
            Episodes episodes,
            TakeMeasure takeMeasure,
            HelpNow help,
            Access access,
            Clock clock) {
        this.measures = measures;
        this.scoring = scoring;
        this.episodes = episodes;
        this.takeMeasure = takeMeasure;
        this.help = help;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Guard(Policy.PATIENT_AND_TEAM_WRITE)
    @Operation(
            summary = "Score a questionnaire",
            description =
                    "An answer that can not wait raises a safety flag, whatever the total, and tells a patient whom to call"
                            + " now. Patients answer in their own account what"
                            + " they are asked (GET patients/{patient}/measures-asked); then nobody recorded it.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MeasureView.class)))
    public RestResponse<MeasureView> take(PatientId patient, @NotNull @Valid MeasureForm form) {
        access.to(patient);
        var now = clock.instant();
        boolean byPatient = access.byPatient();
        var taken = new Measure.Taken(
                patient,
                theirs(patient, form.episode()),
                Scoring.takenAt(form.takenAt(), now),
                byPatient ? null : access.staff(),
                now);
        var measure = new Measure(
                new MeasureId(Uuid7.next()), taken, scoring.score(form.instrument(), form.group(), form.answers()));
        if (byPatient) {
            takeMeasure.byPatient(measure, now);
        } else {
            takeMeasure.byStaff(measure, now);
        }
        var view = show(measure);
        return Answers.created(view, "patients/%s/measures/%s".formatted(patient, view.id()), 0);
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read a patient's measures, newest last")
    public RestResponse<Page<MeasureView>> list(
            PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var found = measures.of(patient, page.after(), page.fetch()).stream()
                .map(this::show)
                .toList();
        return Page.of(found, page, view -> view, MeasureView::id, uri);
    }

    @GET
    @Path("{measure}")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read one measure")
    public MeasureView read(PatientId patient, MeasureId measure) {
        access.to(patient);
        return show(measures.of(patient, measure));
    }

    private MeasureView show(Measure measure) {
        return access.byPatient() ? measure.toPatient(help.words()) : measure.view();
    }

    private EpisodeId theirs(PatientId patient, EpisodeId episode) {
        if (!episodes.has(patient, episode)) {
            throw new Refusal(
                    MeasureRule.EPISODE_IS_THE_PATIENTS,
                    "Episode %s is none of this patient's that is known here.".formatted(episode));
        }
        return episode;
    }
}
