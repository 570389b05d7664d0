package org.stepwell.therapy.motivation;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.measure.Course;
import org.stepwell.therapy.roster.Episodes;

/** A patient's motivation on one page. */
@Path("patients/{patient}/motivation")
class MotivationResource {

    /** More than an episode of ninety days has sessions. */
    private static final int SHOWN_MAX = 100;

    private static final int RULERS_MAX = 20;

    private final StagesSeen stages;
    private final ChangeTalks talks;
    private final Balances balances;
    private final Course course;
    private final Episodes episodes;
    private final Access access;

    MotivationResource(
            StagesSeen stages, ChangeTalks talks, Balances balances, Course course, Episodes episodes, Access access) {
        this.stages = stages;
        this.talks = talks;
        this.balances = balances;
        this.course = course;
        this.episodes = episodes;
        this.access = access;
    }

    /** How a patient stands to change in an episode. */
    @Schema(name = "Motivation")
    record MotivationView(
            PatientId patient,

            @Schema(description = "missing where the patient was never admitted") @Nullable
            EpisodeId episode,

            @Schema(description = "the current one, where one was recorded") @Nullable
            StageView stage,

            @Schema(description = "the last hundred, newest last; the last is the current one")
            List<StageView> stages,

            @Schema(description = "the last twenty, newest last")
            List<RulerView> rulers,

            @Schema(description = "by session, the last hundred, newest last")
            List<TalkView> talk,

            @Schema(description = "the current version, where one was written") @Nullable
            BalanceView balance) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read how a patient stands to change: stage, rulers, what they say in sessions, their balance",
            description = "Rulers are taken as measures, of the instrument READINESS.")
    public MotivationView motivation(
            PatientId patient,
            @QueryParam("episode") @Parameter(description = "the newest where it is left out") @Nullable
                    EpisodeId chosen) {
        access.to(patient);
        return episodes.stayOf(patient, chosen)
                .map(stay -> of(patient, stay.episode()))
                .orElseGet(() -> new MotivationView(patient, null, null, List.of(), List.of(), List.of(), null));
    }

    private MotivationView of(PatientId patient, EpisodeId episode) {
        var seen = stages.last(episode, SHOWN_MAX).stream().map(StageSeen::view).toList();
        return new MotivationView(
                patient,
                episode,
                seen.isEmpty() ? null : seen.getLast(),
                seen,
                RulerView.of(Course.partsSinceFirst(course.of(episode), RulerView.INSTRUMENT, RULERS_MAX)),
                talks.last(episode, SHOWN_MAX).stream().map(ChangeTalk::view).toList(),
                balances.newest(episode).map(balances::show).orElse(null));
    }
}
