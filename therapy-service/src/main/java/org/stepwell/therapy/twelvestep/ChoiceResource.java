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

/** Which fellowships a patient wants to be prepared for. */
@Path("episodes/{episode}/twelve-step/choice")
class ChoiceResource {

    private final Choices choices;
    private final Telling telling;

    ChoiceResource(Choices choices, Telling telling) {
        this.choices = choices;
        this.telling = telling;
    }

    /** A choice; no reason is asked for. */
    @Schema(name = "ChoiceForm")
    record ChoiceForm(@NotNull Choice choice) {}

    @PUT
    @Transactional
    @Guard(Policy.PATIENT_DECIDES)
    @Operation(
            summary = "Choose 12-step fellowships, secular ones, both or neither",
            description = "At any time while in the program, and without a reason. What was chosen before is kept.")
    public ChoiceView choose(EpisodeId episode, @NotNull @Valid ChoiceForm form) {
        var told = telling.of(episode);
        return choices.current(episode)
                .filter(before -> before.is(form.choice()))
                .orElseGet(() -> {
                    var chosen = new Chosen(Uuid7.next(), told, form.choice());
                    choices.persist(chosen);
                    return chosen;
                })
                .view();
    }
}
