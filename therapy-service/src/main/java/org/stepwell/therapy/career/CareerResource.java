package org.stepwell.therapy.career;

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
import org.stepwell.therapy.job.JobApplicationView;
import org.stepwell.therapy.job.JobSearch;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.telling.Told;

/** A patient's way to work or school on one page. */
@Path("patients/{patient}/career")
class CareerResource {

    private static final int SHOWN_MAX = 100;

    private final WorkStatuses statuses;
    private final CareerGoals goals;
    private final JobSearch applications;
    private final SkillsWorkedOn skills;
    private final BarriersMet barriers;
    private final Episodes episodes;
    private final Access access;

    CareerResource(
            WorkStatuses statuses,
            CareerGoals goals,
            JobSearch applications,
            SkillsWorkedOn skills,
            BarriersMet barriers,
            Episodes episodes,
            Access access) {
        this.statuses = statuses;
        this.goals = goals;
        this.applications = applications;
        this.skills = skills;
        this.barriers = barriers;
        this.episodes = episodes;
        this.access = access;
    }

    /** How a patient stands to work and school, and what is done about it. */
    @Schema(name = "Career")
    record CareerView(
            PatientId patient,

            @Schema(description = "missing where the patient was never admitted") @Nullable
            EpisodeId episode,

            @Schema(description = "the current one, where one was told") @Nullable
            WorkStatusView status,

            @Schema(description = "the last hundred, newest last, with those that another of the same day replaced")
            List<WorkStatusView> statuses,

            @Schema(description = "the last hundred, newest last")
            List<CareerGoalView> goals,

            @Schema(description = "the last hundred, newest last")
            List<JobApplicationView> applications,

            @Schema(description = "of the last hundred words those that stand, newest last")
            List<SkillWorkView> skills,

            List<BarrierView> barriers) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary =
                    "Read how a patient stands to work and school: status, goals, applications, skills, what is in the way",
            description = "The hours of a job that was accepted are shown as scheduling takes them.")
    public CareerView career(
            PatientId patient,
            @QueryParam("episode") @Parameter(description = "the newest where it is left out") @Nullable
                    EpisodeId chosen) {
        access.to(patient);
        return episodes.stayOf(patient, chosen)
                .map(stay -> of(patient, stay.episode()))
                .orElseGet(() ->
                        new CareerView(patient, null, null, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private CareerView of(PatientId patient, EpisodeId episode) {
        var told = statuses.last(episode, SHOWN_MAX);
        return new CareerView(
                patient,
                episode,
                told.isEmpty() ? null : told.getLast(),
                told,
                goals.last(episode, SHOWN_MAX).stream().map(goals::show).toList(),
                applications.last(episode, SHOWN_MAX),
                skills.last(episode, SHOWN_MAX).stream().map(SkillWork::view).toList(),
                barriers.of(episode).stream().map(BarrierMet::view).toList());
    }

    /** Where what was told is shown, relative to the REST root. */
    static String path(Told told) {
        return path(told.stay().patient());
    }

    static String path(PatientId patient) {
        return "patients/%s/career".formatted(patient);
    }
}
