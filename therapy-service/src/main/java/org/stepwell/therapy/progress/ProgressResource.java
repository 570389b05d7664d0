package org.stepwell.therapy.progress;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.therapy.measure.Course;
import org.stepwell.therapy.note.SignedNotes;
import org.stepwell.therapy.roster.Attendances;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.safety.OpenFlags;
import org.stepwell.therapy.safety.SuicideRisk;

/** How far an episode has come. */
@Path("episodes/{episode}")
class ProgressResource {

    private static final String DEPRESSION = "PHQ-9";
    private static final List<String> ADDICTION = List.of("BAM", "BAM-R");
    private static final int SCORES_MAX = 5;

    private final Readinesses readinesses;
    private final Episodes episodes;
    private final Attendances attendances;
    private final SignedNotes signedNotes;
    private final Course course;
    private final OpenFlags flags;
    private final SuicideRisk suicideRisk;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    ProgressResource(
            Readinesses readinesses,
            Episodes episodes,
            Attendances attendances,
            SignedNotes signedNotes,
            Course course,
            OpenFlags flags,
            SuicideRisk suicideRisk,
            Access access,
            Outbox outbox,
            Clock clock) {
        this.readinesses = readinesses;
        this.episodes = episodes;
        this.attendances = attendances;
        this.signedNotes = signedNotes;
        this.course = course;
        this.flags = flags;
        this.suicideRisk = suicideRisk;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Since when, and by whose word, a patient is ready. */
    @Schema(name = "Readiness")
    record ReadinessView(EpisodeId episode, Instant readySince, StaffId by) {}

    /** An episode on one page. */
    @Schema(name = "Progress")
    record ProgressView(
            EpisodeId episode,
            PatientId patient,
            boolean running,
            int attendedSessions,
            int attendedMinutes,
            int signedNotes,

            @Schema(description = "the last five, newest last")
            List<ScoreView> phq9,

            @Schema(description = "what the parts of the BAM and BAM-R said; the last five, newest last")
            List<PartsView> bam,

            List<String> openFlags,
            @Nullable Instant readySince) {}

    /** What the parts of a questionnaire said; the BAM counts in steps, and the BAM-R in days. */
    @Schema(name = "PartsInCourse")
    record PartsView(
            MeasureId measure,
            Instant takenAt,

            @Schema(examples = "BAM-R") String instrument,
            List<Subscale> parts) {
        static PartsView of(Course.InParts said) {
            return new PartsView(said.measure(), said.takenAt(), said.instrument(), said.parts());
        }
    }

    /** A score, and what changed since the first of the episode; nothing for the first itself. */
    @Schema(name = "ScoreInCourse")
    record ScoreView(
            MeasureId measure,
            Instant takenAt,
            int total,
            @Nullable String band,
            @Nullable ChangeView sinceFirst) {
        static ScoreView of(Course.Total point) {
            var change = point.sinceFirst();
            return new ScoreView(
                    point.measure(),
                    point.takenAt(),
                    point.total(),
                    point.band(),
                    change == null
                            ? null
                            : new ChangeView(
                                    change.points(), change.response(), change.remission(), change.meaningful()));
        }
    }

    /** What a change means by the instrument's own rules; below zero is better. */
    @Schema(name = "ScoreChange")
    record ChangeView(
            int points,

            @Schema(description = "missing where nobody agreed on what a response is") @Nullable
            Boolean response,

            @Schema(description = "missing where nobody agreed on what a remission is") @Nullable
            Boolean remission,

            boolean meaningful) {}

    @POST
    @Path("step-down-readiness")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Say that the patient is ready for a lower level of care")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReadinessView.class)))
    public RestResponse<ReadinessView> ready(EpisodeId episode) {
        var found = episodes.of(episode);
        access.to(found.patient());
        readinesses.findByIdOptional(episode).ifPresent(before -> {
            throw before.already();
        });
        var readiness = Readiness.of(found, suicideRisk.standing(found.patient()), access.staff(), clock.instant());
        readinesses.persist(readiness);
        outbox.append(readiness.said());
        return Answers.created(
                new ReadinessView(episode, readiness.since(), readiness.by()), "episodes/" + episode + "/progress", 0);
    }

    @DELETE
    @Path("step-down-readiness")
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(summary = "Say that the patient is not ready for a lower level of care yet, or not any more")
    public void putOff(EpisodeId episode) {
        var found = episodes.of(episode);
        access.to(found.patient());
        readinesses.putOff(found, clock.instant());
    }

    @GET
    @Path("progress")
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read how far an episode has come")
    public ProgressView progress(EpisodeId episode) {
        var found = episodes.of(episode);
        access.to(found.patient());
        var attended = attendances.sumOf(episode);
        var points = course.of(episode);
        return new ProgressView(
                episode,
                found.patient(),
                found.running(),
                attended.sessions(),
                attended.minutes(),
                signedNotes.of(episode),
                course.totals(points, DEPRESSION, SCORES_MAX).stream()
                        .map(ScoreView::of)
                        .toList(),
                Course.inParts(points, ADDICTION, SCORES_MAX).stream()
                        .map(PartsView::of)
                        .toList(),
                flags.of(found.patient()),
                readinesses.findByIdOptional(episode).map(Readiness::since).orElse(null));
    }
}
