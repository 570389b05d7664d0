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
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.instruments.BadAnswer;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.safety.RaiseFlag;

/** The questionnaires a patient answered. */
@Path("patients/{patient}/measures")
class MeasureResource {

    private final Measures measures;
    private final Instruments instruments;
    private final Episodes episodes;
    private final RaiseFlag flags;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    MeasureResource(
            Measures measures,
            Instruments instruments,
            Episodes episodes,
            RaiseFlag flags,
            Access access,
            Outbox outbox,
            Clock clock) {
        this.measures = measures;
        this.instruments = instruments;
        this.episodes = episodes;
        this.flags = flags;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Score a questionnaire",
            description = "An answer that can not wait raises a safety flag, whatever the total.")
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
        var taken = new Measure.Taken(
                patient, theirs(patient, form.episode()), notLater(form.takenAt(), now), access.staff(), now);
        var measure = score(form, taken);
        measures.persist(measure);
        outbox.append(measure.said());
        var view = measure.view();
        measure.dangers().forEach(alert -> flags.raise(patient, form.episode(), alert.code(), now));
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
                .map(Measure::view)
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
        return measures.of(patient, measure).view();
    }

    private Measure score(MeasureForm form, Measure.Taken taken) {
        var questionnaire = questionnaire(form.instrument());
        var group = theirs(questionnaire, form.group());
        try {
            return Measure.scored(
                    new MeasureId(Uuid7.next()), taken, questionnaire, new Measure.Filled(form.byItem(), group));
        } catch (BadAnswer answer) {
            throw form.badAnswer(answer);
        }
    }

    private Instrument questionnaire(String code) {
        return instruments.find(code).orElseThrow(() -> {
            var known = instruments.all().stream().map(Instrument::code).collect(Collectors.joining(", "));
            return MeasureForm.bad(
                    "/instrument", "There is no instrument %s here; there are %s.".formatted(code, known));
        });
    }

    /** One of the instrument's groups, where it has some: nobody is compared with the wrong people. */
    private static @Nullable String theirs(Instrument questionnaire, @Nullable String group) {
        if (group == null
                ? questionnaire.groups().isEmpty()
                : questionnaire.groups().contains(group)) {
            return group;
        }
        throw MeasureForm.bad(
                "/group",
                questionnaire.groups().isEmpty()
                        ? "%s reads a total alike for everybody; leave the group out.".formatted(questionnaire.code())
                        : "%s reads a total by group; say one of %s."
                                .formatted(questionnaire.code(), String.join(", ", questionnaire.groups())));
    }

    private EpisodeId theirs(PatientId patient, EpisodeId episode) {
        if (!episodes.has(patient, episode)) {
            throw new Refusal(
                    MeasureRule.EPISODE_IS_THE_PATIENTS,
                    "Episode %s is none of this patient's that is known here.".formatted(episode));
        }
        return episode;
    }

    private static Instant notLater(@Nullable Instant takenAt, Instant now) {
        if (takenAt != null && takenAt.isAfter(now)) {
            throw MeasureForm.bad("/takenAt", "It is not %s yet (now %s).".formatted(takenAt, now));
        }
        return takenAt == null ? now : takenAt;
    }
}
