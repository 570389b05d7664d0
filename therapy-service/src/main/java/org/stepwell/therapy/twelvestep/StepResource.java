package org.stepwell.therapy.twelvestep;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.telling.Telling;

/** How far a patient says to be with the steps of a fellowship's program. */
@Path("episodes/{episode}/twelve-step/steps")
class StepResource {

    private final StepsWorked steps;
    private final Telling telling;

    StepResource(StepsWorked steps, Telling telling) {
        this.steps = steps;
        this.telling = telling;
    }

    /** Which step, and how far. */
    @Schema(name = "StepForm")
    record StepForm(
            @NotNull Fellowship fellowship,

            @Schema(examples = "1", description = "its number in the fellowship's program, from 1 on") @NotNull
            Integer step,

            @NotNull StepWork.State state) {}

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Say how far the patient is with a step, as the patient says",
            description = "In any order; NOT_BEGUN takes back what was said by mistake.")
    public StepView tell(EpisodeId episode, @NotNull @Valid StepForm form) {
        var told = telling.of(episode);
        var work = steps.of(episode, form.fellowship(), form.step())
                .orElseGet(() -> new StepWork(Uuid7.next(), told, form.fellowship(), form.step()));
        work.is(form.state(), told);
        steps.persistAndFlush(work);
        return work.view();
    }
}
