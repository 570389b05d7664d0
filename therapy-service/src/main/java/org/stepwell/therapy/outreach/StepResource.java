package org.stepwell.therapy.outreach;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.therapy.roster.Episodes;

/** Steps that somebody takes at a desk: the team looked at it, the letter went out, it was decided. */
@Path("episodes/{episode}/outreach/steps/{step}/conclusion")
class StepResource {

    private final AbsenceRuns runs;
    private final OutreachSteps steps;
    private final OutreachTasks tasks;
    private final OutreachTexts texts;
    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    StepResource(
            AbsenceRuns runs,
            OutreachSteps steps,
            OutreachTasks tasks,
            OutreachTexts texts,
            Episodes episodes,
            Access access,
            Clock clock) {
        this.runs = runs;
        this.steps = steps;
        this.tasks = tasks;
        this.texts = texts;
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** Whether a step was taken. */
    enum Conclusion {
        DONE,
        DECIDED_AGAINST
    }

    /** What came of a step. */
    @Schema(name = "OutreachConclusionForm")
    record ConclusionForm(
            @NotNull Conclusion conclusion,

            @Schema(
                    examples = "The team met: offer mornings, ask his sister.",
                    description = "what was decided, or why it was decided against")
            @NotBlank
            @Size(max = 2_000)
            String text) {}

    @POST
    @Transactional
    @Guard(Policy.CARE_TEAM_TREATS)
    @Operation(
            summary = "Say that a step was taken, or decided against",
            description =
                    "What asks for contact is done by recording the attempt. That an episode ends is said in enrollment; here, what"
                            + " was decided.")
    public OutreachView.StepView conclude(EpisodeId episode, StepId step, @NotNull @Valid ConclusionForm form) {
        access.to(episodes.stay(episode).patient());
        runs.lockedOpen(episode);
        var found = steps.of(episode, step);
        var now = clock.instant();
        found.concluded(form.conclusion() == Conclusion.DONE, texts.sealSaid(step, form.text()), access.staff(), now);
        steps.flush();
        tasks.ended(found, now);
        return texts.show(found);
    }
}
